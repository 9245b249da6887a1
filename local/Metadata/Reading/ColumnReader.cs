using System;
using System.Collections.Generic;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads one <c>attribute</c> element of a table.</summary>
internal sealed class ColumnReader(IReadOnlyDictionary<string, ChoiceMetadata> globalChoices, List<Remark> remarks)
{
    public ColumnMetadata Read(XElement attribute)
    {
        var typeName = attribute.RequiredText("Type");
        var type = ColumnTypes.Find(typeName) ?? throw attribute.Child("Type")!.Error($"'{typeName}' is not a known column type.");
        var physical = attribute.Attribute("PhysicalName")?.Value;
        var name = (attribute.Text("LogicalName") ?? attribute.Text("Name") ?? physical
            ?? throw attribute.Error("the column has no <LogicalName>.")).ToLowerInvariant();
        TableReader.CheckName(attribute, name);
        var source = attribute.Numbered<SourceKind>("SourceType");
        var labels = attribute.Child("displaynames").Text();
        var column = new ColumnMetadata
        {
            Name = name,
            Type = type,
            SchemaName = physical ?? name,
            DisplayName = labels?.Text ?? physical ?? name,
            Labels = labels,
            Description = attribute.Child("Descriptions").Text(),
            DeclaredType = typeName.ToLowerInvariant(),
            Format = attribute.Text("Format")?.ToLowerInvariant() ?? "",
            Source = source,
            IsSecured = attribute.Flag("IsSecured"),
            IsValidForCreate = attribute.Flag("ValidForCreateApi", otherwise: true),
            IsValidForUpdate = attribute.Flag("ValidForUpdateApi", otherwise: true),
            IsValidForRead = attribute.Flag("ValidForReadApi", otherwise: true),
            IsCustom = attribute.Flag("IsCustomField"),
            IsAuditEnabled = attribute.Flag("IsAuditEnabled"),
            Place = attribute.Place(),
            IsPrimaryName = attribute.Text("DisplayMask")?.Contains("PrimaryName", StringComparison.Ordinal) ?? false,
            Required = Required(attribute),
            MaxLength = Math.Max(attribute.Number("MaxLength") ?? (attribute.Number("Length") / 2) ?? 0, 0),
            MaxSizeInKb = type is ColumnType.File or ColumnType.Image ? attribute.Number("MaxSizeInKB") ?? attribute.Number("MaxValue") ?? 0 : 0,
            Min = attribute.Bound("MinValue"),
            Max = attribute.Bound("MaxValue"),
            Precision = attribute.Number("Accuracy") ?? 2,
            PrecisionSource = attribute.Numbered<MoneyPrecisionSource>("AccuracySource"),
            DateBehavior = attribute.Text("Behavior") is null ? DateBehavior.UserLocal : attribute.Numbered<DateBehavior>("Behavior"),
            Choice = Choice(attribute, type, name),
            Default = type is ColumnType.Choice or ColumnType.YesNo && attribute.Number("AppDefaultValue") is { } value and >= 0 ? value : null,
            AutoNumberFormat = type == ColumnType.Text ? attribute.Text("AutoNumberFormat") : null,
            BaseOf = type == ColumnType.Money ? BaseOf(attribute, name) : null,
            IsPlatformOwned = Platform.IsPlatformOwned(name) || source != SourceKind.Simple,
        };
        if (source != SourceKind.Simple)
        {
            remarks.Add(new Remark(column.Place, $"column {name} is {source.ToString().ToLowerInvariant()}: it is there, but nothing computes it here, so it stays empty."));
        }

        AddTargets(column, attribute);
        return column;
    }

    private static string? BaseOf(XElement attribute, string name) =>
        attribute.Text("CalculationOf")?.ToLowerInvariant()
        ?? (name.EndsWith("_base", StringComparison.Ordinal) ? name[..^"_base".Length] : null);

    private static RequiredLevel Required(XElement attribute) => attribute.Text("RequiredLevel")?.ToLowerInvariant() switch
    {
        null or "none" => RequiredLevel.None,
        "recommended" => RequiredLevel.Recommended,
        "required" or "applicationrequired" => RequiredLevel.Business,
        "systemrequired" => RequiredLevel.System,
        var other => throw attribute.Child("RequiredLevel")!.Error($"'{other}' is not a required level."),
    };

    private static void AddTargets(ColumnMetadata column, XElement attribute)
    {
        if (column.DeclaredType == "customer")
        {
            column.AddTarget("account");
            column.AddTarget("contact");
        }

        foreach (var lookup in attribute.Child("LookupTypes")?.Elements() ?? [])
        {
            // A LookupType's text is an object type code, in exports 0; names come from relations then.
            var target = lookup.Value.Trim().ToLowerInvariant();
            if (target.Length > 0 && !char.IsAsciiDigit(target[0]))
            {
                column.AddTarget(target);
            }
        }
    }

    private ChoiceMetadata? Choice(XElement attribute, ColumnType type, string name)
    {
        var inline = attribute.Child("optionset");
        switch (type)
        {
            case ColumnType.YesNo:
                return ChoiceReader.YesNo(inline, name);
            case ColumnType.Choice or ColumnType.Choices when inline is not null:
                return ChoiceReader.Choice(inline);
            case ColumnType.Choice or ColumnType.Choices:
                break;
            default:
                return null;
        }

        var global = attribute.RequiredText("OptionSetName");
        if (globalChoices.TryGetValue(global, out var choice))
        {
            return choice;
        }

        if (!TableReader.IsUnmodified(attribute))
        {
            throw attribute.Child("OptionSetName")!.Error($"there is no global choice '{global}' in OptionSets/ of any loaded solution.");
        }

        remarks.Add(new Remark(attribute.Place(), $"the global choice {global} of column {name} is in no loaded solution: the column takes any number."));
        return null;
    }
}

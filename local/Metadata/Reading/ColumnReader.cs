using System;
using System.Collections.Generic;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads one <c>attribute</c> element of an Entity.xml.</summary>
internal sealed class ColumnReader(IReadOnlyDictionary<string, ChoiceMetadata> globalChoices)
{
    private static readonly Dictionary<string, ColumnType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["primarykey"] = ColumnType.Id,
        ["nvarchar"] = ColumnType.Text,
        ["entityname"] = ColumnType.Text,
        ["ntext"] = ColumnType.Memo,
        ["int"] = ColumnType.WholeNumber,
        ["bigint"] = ColumnType.BigNumber,
        ["timestamp"] = ColumnType.BigNumber,
        ["decimal"] = ColumnType.Decimal,
        ["float"] = ColumnType.Floating,
        ["money"] = ColumnType.Money,
        ["bit"] = ColumnType.YesNo,
        ["datetime"] = ColumnType.DateTime,
        ["picklist"] = ColumnType.Choice,
        ["multiselectpicklist"] = ColumnType.Choices,
        ["state"] = ColumnType.State,
        ["status"] = ColumnType.Status,
        ["lookup"] = ColumnType.Lookup,
        ["customer"] = ColumnType.Lookup,
        ["owner"] = ColumnType.Lookup,
        ["uniqueidentifier"] = ColumnType.Guid,
        ["image"] = ColumnType.Image,
        ["file"] = ColumnType.File,
        ["partylist"] = ColumnType.PartyList,
        ["virtual"] = ColumnType.Virtual,
        ["managedproperty"] = ColumnType.Virtual,
    };

    public ColumnMetadata Read(XElement attribute)
    {
        var typeName = attribute.RequiredText("Type");
        if (!Types.TryGetValue(typeName, out var type))
        {
            throw attribute.Child("Type")!.Error($"'{typeName}' is not a known column type.");
        }

        var name = (attribute.Text("LogicalName") ?? attribute.RequiredText("Name")).ToLowerInvariant();
        TableReader.CheckName(attribute, name);
        var column = new ColumnMetadata
        {
            Name = name,
            Type = type,
            SchemaName = attribute.Attribute("PhysicalName")?.Value ?? name,
            DisplayName = attribute.Child("displaynames").Label() ?? attribute.Attribute("PhysicalName")?.Value ?? name,
            DeclaredType = typeName.ToLowerInvariant(),
            Format = attribute.Text("Format")?.ToLowerInvariant() ?? "",
            IsSecured = attribute.Flag("IsSecured"),
            IsValidForCreate = attribute.Flag("ValidForCreateApi", otherwise: true),
            IsValidForUpdate = attribute.Flag("ValidForUpdateApi", otherwise: true),
            IsValidForRead = attribute.Flag("ValidForReadApi", otherwise: true),
            IsCustom = attribute.Flag("IsCustomField"),
            IsAuditEnabled = attribute.Flag("IsAuditEnabled"),
            Place = attribute.Place(),
            IsPrimaryName = attribute.Text("DisplayMask")?.Contains("PrimaryName", StringComparison.Ordinal) ?? false,
            Required = Required(attribute),
            MaxLength = attribute.Number("MaxLength") ?? (attribute.Number("Length") / 2) ?? 0,
            Min = attribute.Bound("MinValue"),
            Max = attribute.Bound("MaxValue"),
            Precision = attribute.Number("Accuracy") ?? 2,
            PrecisionSource = (MoneyPrecisionSource)(attribute.Number("AccuracySource") ?? 0),
            DateBehavior = (DateBehavior)(attribute.Number("Behavior") ?? 1),
            Choice = type is ColumnType.Choice or ColumnType.Choices ? Choice(attribute) : null,
            Default = attribute.Number("AppDefaultValue") is { } value and >= 0 ? value : null,
            AutoNumberFormat = attribute.Text("AutoNumberFormat"),
            BaseOf = type == ColumnType.Money ? BaseOf(attribute, name) : null,
            IsPlatformOwned = Platform.IsPlatformOwned(name),
        };
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
        if (attribute.RequiredText("Type").Equals("customer", StringComparison.OrdinalIgnoreCase))
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

    private ChoiceMetadata Choice(XElement attribute)
    {
        if (attribute.Child("optionset") is { } inline)
        {
            return ChoiceReader.Choice(inline);
        }

        var name = attribute.RequiredText("OptionSetName");
        return globalChoices.TryGetValue(name, out var choice)
            ? choice
            : throw attribute.Child("OptionSetName")!.Error($"there is no global choice '{name}' in OptionSets/.");
    }
}

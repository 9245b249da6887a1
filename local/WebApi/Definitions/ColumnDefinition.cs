using System.Linq;
using System.Text.Json.Nodes;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.WebApi.Definitions;

/// <summary>
/// A column's definition, as the types below
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/attributemetadata">AttributeMetadata</see> show it.
/// </summary>
internal static class ColumnDefinition
{
    public const string TypeSuffix = "AttributeMetadata";

    /// <summary>The column's type as the name of an <c>AttributeTypeCode</c> and as the first part of its definition's type.</summary>
    public static (string Code, string Kind) TypeOf(ColumnMetadata column) => column.Type switch
    {
        ColumnType.Id or ColumnType.Guid => ("Uniqueidentifier", "UniqueIdentifier"),
        ColumnType.Text => ("String", "String"),
        ColumnType.Memo => ("Memo", "Memo"),
        ColumnType.WholeNumber => ("Integer", "Integer"),
        ColumnType.BigNumber => ("BigInt", "BigInt"),
        ColumnType.Decimal => ("Decimal", "Decimal"),
        ColumnType.Floating => ("Double", "Double"),
        ColumnType.Money => ("Money", "Money"),
        ColumnType.YesNo => ("Boolean", "Boolean"),
        ColumnType.DateTime => ("DateTime", "DateTime"),
        ColumnType.Choice => ("Picklist", "Picklist"),
        ColumnType.Choices => ("Virtual", "MultiSelectPicklist"),
        ColumnType.State => ("State", "State"),
        ColumnType.Status => ("Status", "Status"),
        ColumnType.Lookup when column.DeclaredType == "customer" => ("Customer", "Lookup"),
        ColumnType.Lookup when column.DeclaredType == "owner" || column.Name == "ownerid" => ("Owner", "Lookup"),
        ColumnType.Lookup => ("Lookup", "Lookup"),
        ColumnType.PartyList => ("PartyList", "Lookup"),
        ColumnType.Image => ("Virtual", "Image"),
        ColumnType.File => ("Virtual", "File"),
        _ => ("Virtual", string.Empty),
    };

    public static JsonObject Of(TableMetadata table, ColumnMetadata column, SolutionMetadata metadata)
    {
        var (code, kind) = TypeOf(column);
        var node = new JsonObject
        {
            ["@odata.type"] = $"#Microsoft.Dynamics.CRM.{kind}{TypeSuffix}",
            ["MetadataId"] = DefinitionNodes.IdOf($"column:{table.Name}.{column.Name}"),
            ["HasChanged"] = null,
            ["AttributeOf"] = null,
            ["AttributeType"] = code,
            ["AttributeTypeName"] = new JsonObject { ["Value"] = TypeName(code, kind) },
            ["EntityLogicalName"] = table.Name,
            ["LogicalName"] = column.Name,
            ["SchemaName"] = column.SchemaName,
            ["DisplayName"] = DefinitionNodes.Label(column.DisplayName),
            ["Description"] = DefinitionNodes.Label(null),
            ["IsCustomAttribute"] = column.IsCustom,
            ["IsPrimaryId"] = column.Type == ColumnType.Id,
            ["IsPrimaryName"] = column.IsPrimaryName,
            ["IsSecured"] = column.IsSecured,
            ["IsValidForCreate"] = column.IsValidForCreate && !column.IsPlatformOwned,
            ["IsValidForRead"] = column.IsValidForRead,
            ["IsValidForUpdate"] = column.IsValidForUpdate && !column.IsPlatformOwned && column.Type != ColumnType.Id,
            ["IsValidODataAttribute"] = column.IsStored,
            ["IsManaged"] = true,
            ["IsLogical"] = !column.IsStored,
            ["RequiredLevel"] = DefinitionNodes.Managed(Required(column), "canmodifyrequirementlevelsettings"),
            ["AutoNumberFormat"] = column.AutoNumberFormat ?? string.Empty,
        };
        AddTypeProperties(node, column, metadata);
        return node;
    }

    private static string Required(ColumnMetadata column) => column.Type == ColumnType.Id ? "SystemRequired" : column.Required switch
    {
        RequiredLevel.System => "SystemRequired",
        RequiredLevel.Business => "ApplicationRequired",
        RequiredLevel.Recommended => "Recommended",
        _ => "None",
    };

    private static string TypeName(string code, string kind) => code switch
    {
        "Customer" or "Owner" or "PartyList" => code + "Type",
        _ when kind.Length > 0 && code == "Virtual" => kind + "Type",
        _ => code + "Type",
    };

    private static void AddTypeProperties(JsonObject node, ColumnMetadata column, SolutionMetadata metadata)
    {
        switch (column.Type)
        {
            case ColumnType.Text or ColumnType.Memo:
                node["MaxLength"] = column.MaxLength > 0 ? column.MaxLength : null;
                node["Format"] = column.Format.Length > 0 ? char.ToUpperInvariant(column.Format[0]) + column.Format[1..] : "Text";
                break;
            case ColumnType.WholeNumber:
                node["MinValue"] = (int?)column.Min ?? int.MinValue;
                node["MaxValue"] = (int?)column.Max ?? int.MaxValue;
                break;
            case ColumnType.Decimal or ColumnType.Money or ColumnType.Floating:
                node["MinValue"] = column.Min;
                node["MaxValue"] = column.Max;
                node["Precision"] = column.Precision;
                if (column.Type == ColumnType.Money)
                {
                    node["PrecisionSource"] = (int)column.PrecisionSource;
                    node["IsBaseCurrency"] = column.BaseOf is not null;
                    node["CalculationOf"] = column.BaseOf;
                }

                break;
            case ColumnType.DateTime:
                node["Format"] = column.IsShownAsDate ? "DateOnly" : "DateAndTime";
                node["DateTimeBehavior"] = new JsonObject { ["Value"] = column.DateBehavior.ToString() };
                break;
            case ColumnType.Lookup or ColumnType.PartyList:
                node["Targets"] = new JsonArray([.. column.Targets.Select(t => (JsonNode?)t)]);
                break;
            case ColumnType.YesNo:
                node["DefaultValue"] = column.Default is 1;
                node["OptionSet"] = DefinitionNodes.YesNo(column);
                node["GlobalOptionSet"] = null;
                break;
            case ColumnType.Choice or ColumnType.Choices or ColumnType.State or ColumnType.Status:
                AddChoice(node, column, metadata);
                break;
        }
    }

    private static void AddChoice(JsonObject node, ColumnMetadata column, SolutionMetadata metadata)
    {
        node["DefaultFormValue"] = column.Default ?? -1;
        if (column.Choice is not { } choice)
        {
            return;
        }

        var kind = column.Type switch { ColumnType.State => "State", ColumnType.Status => "Status", _ => "Picklist" };
        var isGlobal = metadata.Choices.TryGetValue(choice.Name, out var known) && ReferenceEquals(known, choice);
        node["OptionSet"] = DefinitionNodes.Choice(choice, isGlobal, kind);
        node["GlobalOptionSet"] = isGlobal ? DefinitionNodes.Choice(choice, true, kind) : null;
    }
}

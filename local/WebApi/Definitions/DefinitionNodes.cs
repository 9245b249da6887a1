using System;
using System.Text.Json.Nodes;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.WebApi.Definitions;

/// <summary>Pieces that the definitions of tables, columns and choices are made of.</summary>
internal static class DefinitionNodes
{
    public const int English = 1033;

    /// <summary>An id that is the same in every run: made of what the definition is called.</summary>
    public static string IdOf(string name) => DefinitionIds.Of(name).ToString("D");

    public static JsonObject Label(string? text) => text is null
        ? new JsonObject { ["LocalizedLabels"] = new JsonArray(), ["UserLocalizedLabel"] = null }
        : new JsonObject { ["LocalizedLabels"] = new JsonArray(Localized(text)), ["UserLocalizedLabel"] = Localized(text) };

    public static JsonObject Managed(JsonNode? value, string name) =>
        new() { ["Value"] = value, ["CanBeChanged"] = false, ["ManagedPropertyLogicalName"] = name };

    public static JsonObject Choice(ChoiceMetadata choice, bool isGlobal, string kind)
    {
        var options = new JsonArray();
        foreach (var option in choice.Options)
        {
            options.Add(Option(option));
        }

        var node = ChoiceHead(choice.Name, isGlobal, kind);
        node["Options"] = options;
        return node;
    }

    /// <summary>The two options of a yes/no column.</summary>
    public static JsonObject YesNo(ColumnMetadata column)
    {
        var node = ChoiceHead(column.Name, false, "Boolean");
        node["TrueOption"] = Option(new ChoiceOption(1, column.Choice?.LabelOf(1) ?? "Yes"));
        node["FalseOption"] = Option(new ChoiceOption(0, column.Choice?.LabelOf(0) ?? "No"));
        return node;
    }

    public static JsonObject Option(ChoiceOption option) => new()
    {
        ["Value"] = option.Value,
        ["Label"] = Label(option.Label),
        ["Description"] = Label(null),
        ["Color"] = null,
        ["IsManaged"] = true,
        ["ExternalValue"] = null,
        ["MetadataId"] = null,
        ["HasChanged"] = null,
    };

    private static JsonObject ChoiceHead(string name, bool isGlobal, string kind) => new()
    {
        ["MetadataId"] = IdOf("choice:" + name),
        ["HasChanged"] = null,
        ["Name"] = name,
        ["DisplayName"] = Label(name),
        ["Description"] = Label(null),
        ["IsCustomOptionSet"] = name.Contains('_', StringComparison.Ordinal),
        ["IsGlobal"] = isGlobal,
        ["IsManaged"] = true,
        ["IsCustomizable"] = Managed(true, "iscustomizable"),
        ["OptionSetType"] = kind,
    };

    private static JsonObject Localized(string text) => new()
    {
        ["Label"] = text,
        ["LanguageCode"] = English,
        ["IsManaged"] = true,
        ["MetadataId"] = IdOf("label:" + text),
        ["HasChanged"] = null,
    };
}

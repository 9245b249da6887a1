using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Settings;

/// <summary>
/// The environment variables that plug-ins read: their values in this environment, else the defaults of their definitions. All of
/// them by one query, when the first is asked for; nothing is kept beyond the event, so that what an administrator changes holds at once.
/// </summary>
internal sealed class EnvironmentSettings(IOrganizationService service)
{
    private const string Definition = "environmentvariabledefinition";
    private const string ValueTable = "environmentvariablevalue";
    private const string Key = "environmentvariabledefinitionid";
    private const string Name = "schemaname";
    private const string Alias = "own";

    private readonly Lazy<Dictionary<string, string>> _values = new(() => Read(service));

    /// <exception cref="Refusal">It holds neither yes nor no.</exception>
    public bool IsOn(Setting setting) => Text(setting).ToLowerInvariant() switch
    {
        "yes" or "true" => true,
        "no" or "false" => false,
        _ => throw SettingText.NotYesOrNo(setting.Name, Text(setting)),
    };

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    /// <exception cref="Refusal">It holds something else.</exception>
    public int Number(Setting setting, int least, int most) =>
        int.TryParse(Text(setting), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw SettingText.NotInRange(setting.Name, Text(setting), least, most);

    /// <summary>One of the languages that the product speaks.</summary>
    /// <exception cref="Refusal">It holds something else.</exception>
    public Language Language(Setting setting) => Rules.Language.TryFind(Text(setting)) ?? throw SettingText.NoLanguage(setting.Name, Text(setting));

    private string Text(Setting setting) => _values.Value.TryGetValue(setting.Name, out var text) ? text : setting.Default;

    private static Dictionary<string, string> Read(IOrganizationService service)
    {
        var query = Queries.From(Definition, Name, "defaultvalue")
            .Where(Name, ConditionOperator.In, Setting.All.Select(setting => (object)setting.Name).ToArray());
        query.Outer(Key, ValueTable, Key, Alias, "value");
        return service.All(query)
            .Select(row => (Name: row.Text(Name), Text: (row.Linked<string>(Alias, "value") is { Length: > 0 } own ? own : row.Text("defaultvalue")).Trim()))
            .Where(variable => variable.Text.Length > 0)
            .GroupBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(variable => variable.Key, variable => variable.First().Text, StringComparer.OrdinalIgnoreCase);
    }
}

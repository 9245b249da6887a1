using System.Globalization;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Settings;

/// <summary>
/// Reads an environment variable: its value in this environment, else the default of its definition. One query each time, since what
/// a plug-in keeps between events would go on holding after an administrator has changed it.
/// </summary>
internal static class SettingReader
{
    private const string Definition = "environmentvariabledefinition";
    private const string ValueTable = "environmentvariablevalue";
    private const string Key = "environmentvariabledefinitionid";
    private const string Alias = "own";

    /// <exception cref="Refusal">What it holds is neither yes nor no.</exception>
    public static bool IsOn(IOrganizationService service, Setting setting) => Text(service, setting).ToLowerInvariant() switch
    {
        "yes" or "true" => true,
        "no" or "false" => false,
        var other => throw SettingText.NotYesOrNo(setting.Name, other),
    };

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    /// <exception cref="Refusal">It holds something else.</exception>
    public static int Number(IOrganizationService service, Setting setting, int least, int most) =>
        Text(service, setting) is var text
        && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw SettingText.NotInRange(setting.Name, text, least, most);

    public static string Text(IOrganizationService service, Setting setting)
    {
        var query = Queries.From(Definition, "defaultvalue").Where("schemaname", setting.Name);
        query.Outer(Key, ValueTable, Key, Alias, "value");
        return service.First(query) is not { } row ? setting.Default
            : row.Linked<string>(Alias, "value") is { Length: > 0 } own ? own.Trim()
            : row.Text("defaultvalue").Trim();
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace CrmAddon.Worker.Deployment.Settings;

/// <summary>The values of environment variables that the command names (<c>--set</c>); all others stay as they are.</summary>
internal sealed class SettingStage(Target target, IReadOnlyDictionary<string, string> wanted) : IStage
{
    private readonly EnvironmentVariables _variables = new(target.Service);

    public string Name => "Settings";

    /// <summary>Says which of the wanted values can't be; null when all can.</summary>
    public string? Problem()
    {
        var known = Declared();
        var wrong = wanted.Select(setting => known.TryGetValue(setting.Key, out var type)
                ? Unfit(type, setting.Value) is { } reason ? $"{setting.Key} can't be '{setting.Value}': {reason}." : null
                : $"There is no setting {setting.Key}. There are: {string.Join(", ", known.Keys.Where(name => name != DeploymentRecord.Variable))}.")
            .OfType<string>().ToList();
        return wrong.Count == 0 ? null : string.Join(Environment.NewLine + "  ", wrong);
    }

    public async Task<IReadOnlyList<Change>> PlanAsync(CancellationToken stop)
    {
        if (wanted.Count == 0)
            return [];
        var present = (await _variables.AllAsync(target.Solution.Prefix + "_", stop).ConfigureAwait(false))
            .ToDictionary(variable => variable.Name, StringComparer.OrdinalIgnoreCase);
        return [.. wanted.Select(setting => Plan(setting.Key, Stored(Declared()[setting.Key], setting.Value), present.GetValueOrDefault(setting.Key))).OfType<Change>()];
    }

    private Change? Plan(string name, string value, EnvironmentVariable? present) => present?.Value == value
        ? null
        : new Change(
            present?.Value is null ? ChangeKind.Add : ChangeKind.Alter,
            present?.Value is null ? $"{name} = {value}" : $"{name}: {present.Value} -> {value}",
            async stop => await _variables.WriteAsync((await _variables.FindAsync(name, stop).ConfigureAwait(false))!, value, stop).ConfigureAwait(false));

    // From the solution file: the environment may not have them yet.
    private Dictionary<string, EnvironmentVariableType> Declared() => target.Solution.Files.Paths
        .Where(path => path.StartsWith("environmentvariabledefinitions/", StringComparison.Ordinal) && path.EndsWith("/environmentvariabledefinition.xml", StringComparison.Ordinal))
        .Select(path => target.Solution.Files.Xml(path).Root!)
        .ToDictionary(
            variable => (string)variable.Attribute("schemaname")!,
            variable => (EnvironmentVariableType)int.Parse((string?)variable.Element("type") ?? "100000000", CultureInfo.InvariantCulture),
            StringComparer.OrdinalIgnoreCase);

    private static string? Unfit(EnvironmentVariableType type, string value) => type switch
    {
        EnvironmentVariableType.Number when !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _) => "a number is needed, such as 30 or 2.5",
        EnvironmentVariableType.YesNo when YesNo(value) is null => "yes or no is needed",
        EnvironmentVariableType.Json when !IsJson(value) => "it is no JSON",
        _ => null,
    };

    // The platform keeps yes and no as these two words.
    private static string Stored(EnvironmentVariableType type, string value) => type == EnvironmentVariableType.YesNo ? YesNo(value)! : value;

    private static string? YesNo(string value) => value.ToLowerInvariant() switch
    {
        "yes" or "true" => "yes",
        "no" or "false" => "no",
        _ => null,
    };

    private static bool IsJson(string value)
    {
        try
        {
            JsonDocument.Parse(value).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

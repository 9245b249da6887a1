using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Settings;

namespace CrmAddon.Worker.Deployment.Settings;

/// <summary>The values of environment variables that the command names (<c>--set</c>); all others stay as they are.</summary>
internal sealed class SettingStage(Target target, IReadOnlyDictionary<string, string> wanted) : IStage
{
    /// <summary>The platform's column for a value takes no more.</summary>
    private const int Longest = 2000;

    private readonly EnvironmentVariables _variables = new(target.Service);

    public string Name => "Settings";

    /// <summary>Says which of the wanted values can't be; null when all can.</summary>
    public string? Problem()
    {
        var known = Declared();
        var wrong = wanted.Select(setting => known.TryGetValue(setting.Key, out var variable)
                ? Unfit(variable, setting.Value) is { } reason ? $"{variable.Name} can't be '{Short(setting.Value)}': {reason}." : null
                : $"There is no setting {setting.Key}. There are: {string.Join(", ", known.Values.Select(variable => variable.Name).Where(name => name != DeploymentRecord.Variable))}.")
            .OfType<string>().ToList();
        return wrong.Count == 0 ? null : string.Join(Environment.NewLine + "  ", wrong);
    }

    public async Task<IReadOnlyList<Change>> PlanAsync(CancellationToken stop)
    {
        if (wanted.Count == 0)
            return [];
        var known = Declared();
        var present = (await _variables.AllAsync(target.Solution.Prefix + "_", stop).ConfigureAwait(false))
            .ToDictionary(variable => variable.Name, StringComparer.OrdinalIgnoreCase);
        return [.. wanted.Select(setting => Plan(known[setting.Key], setting.Value, present.GetValueOrDefault(setting.Key))).OfType<Change>()];
    }

    // No text: the value of this environment goes, and the default holds.
    private Change? Plan(Declaration variable, string text, EnvironmentVariable? present)
    {
        var name = variable.Name;
        if (text.Length == 0)
        {
            return present?.ValueId is { } row
                ? new Change(ChangeKind.Remove, $"{name}: {present.Value}; its default holds", stop => target.Service.DeleteAsync(EnvironmentVariables.Values, row, stop))
                : null;
        }

        var value = Stored(variable.Type, text);
        return present?.Value == value
            ? null
            : new Change(
                present?.Value is null ? ChangeKind.Add : ChangeKind.Alter,
                present?.Value is null ? $"{name} = {value}" : $"{name}: {present.Value} -> {value}",
                async stop => await _variables.WriteAsync((await _variables.FindAsync(name, stop).ConfigureAwait(false))!, value, stop).ConfigureAwait(false));
    }

    // From the solution file: the environment may not have them yet.
    private Dictionary<string, Declaration> Declared() => target.Solution.Files.Paths
        .Where(path => path.StartsWith("environmentvariabledefinitions/", StringComparison.Ordinal) && path.EndsWith("/environmentvariabledefinition.xml", StringComparison.Ordinal))
        .Select(path => target.Solution.Files.Xml(path).Root!)
        .Select(variable => new Declaration(
            (string)variable.Attribute("schemaname")!,
            (EnvironmentVariableType)int.Parse((string?)variable.Element("type") ?? "100000000", CultureInfo.InvariantCulture)))
        .ToDictionary(variable => variable.Name, StringComparer.OrdinalIgnoreCase);

    private static string? Unfit(Declaration variable, string value) => variable switch
    {
        { Name: DeploymentRecord.Variable } => "deploy writes it; leave it out",
        _ when value.Length == 0 => null,
        _ when value.Length > Longest => $"a value has at most {Longest} characters",
        { Type: EnvironmentVariableType.Number } when !decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) =>
            "a number is needed, such as 30 or 2.5",
        { Type: EnvironmentVariableType.YesNo } when YesNo(value) is null => "yes or no is needed",
        { Type: EnvironmentVariableType.Json } when !IsJson(value) => "it is no JSON",
        _ => EnvironmentSettings.Problem(variable.Name, value) is { } wrong ? $"it is {wrong}" : null,
    };

    private static string Short(string value) => value.Length > 60 ? value[..57] + "..." : value;

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

    private sealed record Declaration(string Name, EnvironmentVariableType Type);
}

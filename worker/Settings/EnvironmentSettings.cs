using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CrmAddon.Worker.Dataverse;
using CrmAddon.Worker.Usage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Settings;

/// <summary>
/// The environment variables of the environment that the worker is connected to, under the keys that its own settings have: they hold
/// where neither the settings file nor the worker's own environment says otherwise. Where and as whom it signs in is none of them:
/// who may change a value in the CRM must not be able to send the worker's token elsewhere.
/// </summary>
internal static class EnvironmentSettings
{
    private const string Definition = "environmentvariabledefinition";
    private const string Value = "environmentvariablevalue";
    private const string Key = "environmentvariabledefinitionid";

    private static readonly Dictionary<string, (string Setting, Func<string, Meaning> Read)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cov_SenderMailbox"] = ("Graph:Mailbox", Text),
        ["cov_ReplyToAddress"] = ("Graph:ReplyTo", Text),
        ["cov_MailPlainText"] = ("Graph:PlainText", YesNo),
        ["cov_DeliveryEnabled"] = ("Notifications:Enabled", YesNo),
        ["cov_DeliveryIntervalMinutes"] = ("Notifications:Interval", Minutes(0.01, 1440)),
        ["cov_DeliveryAttempts"] = ("Notifications:Attempts", Whole(1, 1000)),
        ["cov_DeliveryFirstWaitMinutes"] = ("Notifications:FirstWait", Minutes(0, 10_080)),
        ["cov_DeliveryLongestWaitMinutes"] = ("Notifications:LongestWait", Minutes(0, 10_080)),
        ["cov_DeliveryClaimMinutes"] = ("Notifications:Claim", Minutes(1, 1440)),
        ["cov_CloseIntervalMinutes"] = ("Months:Interval", Minutes(0.01, 1440)),
        ["cov_PortalUrl"] = ("Notifications:PortalUrl", Address),
        ["cov_UsageCurrency"] = ("Usage:Currency", Text),
        ["cov_UsageMeasure"] = ("Usage:Measure", Measure),
    };

    /// <summary>The variables that the worker knows.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The settings, by one query. A variable that is empty, or that the environment does not have, is left out.</summary>
    /// <exception cref="InvalidDataException">A variable holds what it can't mean; the message names it.</exception>
    public static IReadOnlyDictionary<string, string?> Read(IOrganizationService service)
    {
        var query = new QueryExpression(Definition) { ColumnSet = new ColumnSet("schemaname", "defaultvalue") };
        query.Criteria.AddCondition("schemaname", ConditionOperator.In, [.. Known.Keys]);
        var own = query.AddLink(Value, Key, Key, JoinOperator.LeftOuter);
        own.EntityAlias = "own";
        own.Columns = new ColumnSet("value");
        return service.All(query)
            .Select(row => (Name: row.GetAttributeValue<string>("schemaname")!, Text: TextOf(row)))
            .Where(variable => variable.Text.Length > 0 && Known.ContainsKey(variable.Name))
            .DistinctBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase) // somebody may have written two values
            .ToDictionary(
                variable => Known[variable.Name].Setting, string? (variable) => Known[variable.Name].Read(variable.Text) is { Wrong: { } wrong }
                    ? throw new InvalidDataException($"The environment variable {variable.Name} of this environment holds '{variable.Text}', which is {wrong}. Correct it there.")
                    : Known[variable.Name].Read(variable.Text).Setting,
                StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Why a variable can't have a value, as what the value is not; null when it can, or the variable is none that the worker reads.</summary>
    public static string? Problem(string name, string text) => Known.TryGetValue(name, out var known) ? known.Read(text.Trim()).Wrong : null;

    private static string TextOf(Entity row) =>
        ((row.GetAttributeValue<AliasedValue>("own.value")?.Value as string) is { Length: > 0 } own ? own : row.GetAttributeValue<string>("defaultvalue") ?? "").Trim();

    private static Meaning Text(string text) => new(text);

    private static Meaning YesNo(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "true" => new("true"),
        "no" or "false" => new("false"),
        _ => Meaning.None("neither yes nor no"),
    };

    private static Meaning Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? new(text) : Meaning.None("no address such as https://partners.contoso.com");

    private static Meaning Measure(string text) =>
        Enum.TryParse<CostMeasure>(text, ignoreCase: true, out var measure) && Enum.IsDefined(measure)
            ? new(measure.ToString())
            : Meaning.None($"none of {string.Join(", ", Enum.GetNames<CostMeasure>())}");

    private static Func<string, Meaning> Whole(int least, int most) => text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? new(number.ToString(CultureInfo.InvariantCulture))
            : Meaning.None(string.Create(CultureInfo.InvariantCulture, $"no whole number from {least} to {most}"));

    private static Func<string, Meaning> Minutes(double least, double most) => text =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes >= least && minutes <= most
            ? new(TimeSpan.FromMinutes(minutes).ToString("c", CultureInfo.InvariantCulture))
            : Meaning.None(string.Create(CultureInfo.InvariantCulture, $"no number of minutes from {least} to {most}"));

    /// <summary>What a variable's text means.</summary>
    /// <param name="Setting">The setting's text; null where it means nothing.</param>
    /// <param name="Wrong">What the text is not; null where it means something.</param>
    private readonly record struct Meaning(string? Setting, string? Wrong = null)
    {
        public static Meaning None(string wrong) => new(null, wrong);
    }
}

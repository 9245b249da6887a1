using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Diagnostics;

internal static partial class Problems
{
    public static Diagnostic SharesDoNotAddUp(TextRange range, decimal total, bool keeps) =>
        Error("RUL0401", range,
            $"the shares{(keeps ? " and what the house keeps" : "")} add up to {NumberText.Percent(total)}, not to 100%",
            keeps || total > 1 ? null : $"raise a share, or write 'keep {NumberText.Percent(1 - total)} for the house'");

    public static Diagnostic RoleTwice(TextRange range, string role) =>
        Error("RUL0402", range, $"the role {role} stands twice", "keep one line for each role");

    public static Diagnostic HeirWithoutShare(TextRange range, string role) =>
        Error("RUL0402", range, $"the role {role} has no share of its own, so it can't be given the share of an empty role");

    public static Diagnostic AllToARole(TextRange range, string role) =>
        Error("RUL0402", range, $"'{role}' is a role, and 'all to' names a partner", $"write: shares {role} 100%");

    public static Diagnostic Circular(TextRange range, IReadOnlyList<string> names) =>
        Error("RUL0403", range, names.Count == 1
            ? $"\"{names[0].Shortened()}\" is an exception to itself"
            : $"the rules are exceptions to each other in a circle: {string.Join(" to ", names.Take(6).Select(name => "\"" + name.Shortened() + "\""))}{(names.Count > 6 ? " and so on" : "")}");

    public static Diagnostic DeadException(TextRange range, string exception, string based) =>
        Error("RUL0404", range,
            $"\"{exception.Shortened()}\" and \"{based.Shortened()}\" never apply to the same case, so the one can't be an exception to the other",
            "leave the exception out");

    public static Diagnostic Conflict(TextRange range, string first, string second, string told, string given) =>
        Error("RUL0405", range, $"\"{first.Shortened()}\" and \"{second.Shortened()}\" would credit the same {told}",
            $"make one an exception to the other, as in: exception to \"{second.Shortened()}\"; or add a condition that tells them apart",
            given);

    public static Diagnostic ConflictUndecided(TextRange range, string first, string second) =>
        Warning("RUL0406", range,
            $"whether \"{first.Shortened()}\" and \"{second.Shortened()}\" ever credit the same case differently could not be decided; none of the cases tried was",
            "a case that both credit differently would be held for a person");

    public static Diagnostic NeverApplies(TextRange range, string rule, IReadOnlyList<string> tests) =>
        Error("RUL0407", range, $"{rule} can never apply: no case meets its conditions",
            Excluding(tests) ?? "correct the condition, or remove the rule");

    public static Diagnostic TierAlwaysPassed(TextRange range, string tier, string higher) =>
        Error("RUL0407", range, $"tier {tier} can never be the highest: whoever reaches it reaches {higher} or a higher one too",
            "correct the conditions, or remove the tier");

    public static Diagnostic AlwaysChurned(TextRange range) =>
        Error("RUL0413", range, "every customer has churned by this rule, so no customer is ever active", "correct the condition");

    public static Diagnostic NotCovered(TextRange range, string? earners, string what, string given) =>
        Warning("RUL0414", range, earners is null
            ? $"no credit rule covers {what}; the credit stays with the house"
            : $"no commission of {earners} covers {what}; nothing is earned there",
            earners is null ? "widen a condition, or add a credit rule for what is left" : "widen a condition, or add a commission for what is left",
            given);

    public static Diagnostic NothingInEffect(TextRange range, string? earners, string days, string given) =>
        Warning("RUL0415", range, earners is null
            ? $"no credit rule is in effect from {days}; the credit stays with the house"
            : $"no commission of {earners} is in effect from {days}; nothing is earned then",
            "let one of the rules begin earlier or end later", given);

    public static Diagnostic AlwaysExcepted(TextRange range, string rule) =>
        Error("RUL0407", range, $"{rule} can never apply: whenever it fits, an exception to it fits too",
            "narrow the exception, or remove the rule");

    public static Diagnostic AcceleratorNeverApplies(TextRange range, string rule, IReadOnlyList<string> tests) =>
        Error("RUL0407", range, $"an accelerator of {rule} can never apply: no case meets its condition",
            Excluding(tests) ?? "correct the condition, or remove it");

    private static string? Excluding(IReadOnlyList<string> tests) => tests.Count switch
    {
        0 => null,
        1 => $"this never holds: {tests[0].Shortened()}",
        _ => $"these exclude each other: {string.Join("; ", tests.Select(test => test.Shortened()))}",
    };
}

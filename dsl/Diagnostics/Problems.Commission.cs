using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Diagnostics;

internal static partial class Problems
{
    public static Diagnostic StepsOutOfOrder(TextRange range, decimal before, decimal bound) =>
        Error("RUL0501", range, $"the step above {NumberText.Grouped(bound)} follows the one above {NumberText.Grouped(before)}",
            "put the steps in rising order, each bound once");

    public static Diagnostic StepOutOfReach(TextRange range, decimal bound, decimal cap) =>
        Warning("RUL0502", range,
            $"the step above {NumberText.Grouped(bound)} changes nothing: what comes before it meets the cap of {NumberText.Grouped(cap)} already",
            "raise the cap, or remove the step");

    public static Diagnostic StepBeyondCondition(TextRange range, decimal bound, bool onDeals) =>
        Warning("RUL0502", range,
            $"the step above {NumberText.Grouped(bound)} is never reached: the rule applies only where {(onDeals ? "the deal's amount" : "usage")} is not above it",
            "correct the condition, or remove the step");

    public static Diagnostic RoleWithoutCredit(TextRange range, string role, bool onDeals) =>
        Warning("RUL0411", range,
            $"{role} earns nothing by this rule: no credit rule credits {(onDeals ? "a deal" : "usage")} to {role}",
            $"give {role} a share in a credit rule for {(onDeals ? "deals" : "usage")}, or leave the role out here");

    public static Diagnostic NeverEarned(TextRange range, string rule, string role, bool onDeals, string period) =>
        Warning("RUL0411", range,
            $"{role} earns nothing by \"{rule.Shortened()}\": wherever it applies{(period.Length > 0 ? $" ({period})" : "")}, no credit rule credits {(onDeals ? "the deal" : "the usage")} to {role}",
            "compare its conditions and effective dates with those of the credit rules");

    public static Diagnostic TwinCommission(TextRange range, string first, string second) =>
        Warning("RUL0412", range,
            $"\"{second.Shortened()}\" is the same as \"{first.Shortened()}\" in all but its name, so the same is paid twice",
            "remove one of them, or say what tells them apart");

    public static Diagnostic PaysLessForMore(TextRange range, decimal bound, decimal at, decimal more, decimal above) =>
        Warning("RUL0503", range,
            $"more pays less here: {NumberText.Grouped(bound)} earns {NumberText.Grouped(at)}, {NumberText.Grouped(more)} earns {NumberText.Grouped(above)}",
            "use 'graduated', or raise the rate");

    public static Diagnostic FloorAboveCap(TextRange range) =>
        Error("RUL0504", range, "'at least' is more than 'at most'");

    public static Diagnostic PercentOutOfRange(TextRange range, string rule) => Error("RUL0505", range, rule);

    public static Diagnostic FactorOutOfRange(TextRange range) =>
        Error("RUL0506", range, "the factor of an accelerator is more than 0 and at most 100");

    public static Diagnostic FactorsTooLarge(TextRange range) =>
        Error("RUL0506", range, "the accelerators together multiply by more than 10,000");

    public static Diagnostic WrongMeasure(TextRange range, bool onDeals) => onDeals
        ? Error("RUL0507", range, "what is paid once when the deal is won is measured on the deal's amount",
            "write 'on credited amount' or 'on amount'")
        : Error("RUL0507", range, "what is paid every month, quarter or year is measured on usage",
            "write 'on credited usage' or 'on usage'");

    public static Diagnostic WrongSpan(TextRange range, bool onDeals) => onDeals
        ? Error("RUL0507", range, "what is paid once when the deal is won is computed per deal", "write 'per deal', or nothing")
        : Error("RUL0507", range, "what is paid every month, quarter or year is computed per customer, per product or across customers",
            "write 'per customer', or nothing");

    public static Diagnostic WrongLimitScope(TextRange range, Span span, IReadOnlyList<LimitScope> scopes)
    {
        string[] words = [.. scopes.Select(scope => "per " + scope.ToString().Substring("Per".Length).ToLowerInvariant())];
        var what = span switch
        {
            Span.PerDeal => "what is paid once when the deal is won",
            Span.PerProduct => "what is computed per product",
            Span.AcrossCustomers => "what is computed across customers",
            _ => "what is computed per customer",
        };
        return Error("RUL0508", range, $"{what} is limited {string.Join(", ", words.Take(words.Length - 1))} or {words[words.Length - 1]}",
            $"write '{words[0]}'");
    }

    public static Diagnostic NotAWholeWindow(TextRange range, bool year, Month begins, Month next) =>
        Error("RUL0520", range,
            $"a rule that is paid every {(year ? "year" : "quarter")} begins and ends with a {(year ? "fiscal year" : "quarter")}, so that one rule rates all of it",
            $"{(year ? "fiscal years" : "quarters")} begin on {begins}-01 and {next}-01; "
            + "say 'fiscal year begins in' in the program's header if that is wrong");

    public static Diagnostic WhileOnce(TextRange range) =>
        Error("RUL0509", range, "what is paid once has no months in which it could stop", "write 'when' instead of 'while'");

    public static Diagnostic EndsBeforeItBegins(TextRange range) =>
        Error("RUL0510", range, "the rule ends before it begins");

    public static Diagnostic NotAWholeMonth(TextRange range) =>
        Error("RUL0511", range, "usage is judged by whole months, so a rule on it begins on the first day of a month and ends on the last");

    public static Diagnostic EffectiveOverlap(TextRange range, string kind, string name) =>
        Error("RUL0512", range, $"two {kind} rules \"{name}\" are in effect at the same time",
            "end the earlier one, with 'until', on the day before the later one begins");

    public static Diagnostic EffectiveGap(TextRange range, string kind, string name, string from, string until) =>
        Error("RUL0513", range, $"no {kind} rule \"{name}\" is in effect from {from} until {until}",
            "close the gap, or give the later rule another name");

    public static Diagnostic NoDealOfUsage(TextRange range, string commission, string field) =>
        Error("RUL0521", range, $"\"{commission.Shortened()}\" is earned on usage, which belongs to no deal, so there is no {field}",
            "leave out 'within', or take it back by a clawback of its own");

    public static Diagnostic TakenBackByTwo(TextRange range, string commission, string other) =>
        Warning("RUL0522", range, $"\"{commission.Shortened()}\" is taken back by \"{other.Shortened()}\" too",
            "together they take back at most what was earned, in the order of their names");

    public static Diagnostic TakenBackTwice(TextRange range, string commission) =>
        Error("RUL0205", range, $"\"{commission.Shortened()}\" is named twice", "name it once");

    public static Diagnostic OwnSharesOfUsage(TextRange range) =>
        Error("RUL0523", range, "only a deal can have shares of its own, and the rule is for usage", "remove the line");

    public static Diagnostic ExampleFails(TextRange range, string name, string difference, string explanation) =>
        Error("RUL0601", range, $"the example \"{name}\" fails: {difference}",
            "correct the rules or the example; this is what the rules come to:" + explanation);

    public static Diagnostic ExampleWrong(TextRange range, string problem, string? hint = null) =>
        Error("RUL0602", range, problem, hint);
}

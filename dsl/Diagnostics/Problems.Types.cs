using System.Collections.Generic;
using CrmAddon.Rules.Checking;

namespace CrmAddon.Rules.Diagnostics;

internal static partial class Problems
{
    public static Diagnostic CannotCompare(TextRange range, ValueKind left, ValueKind right, string comparison) => (left, right) switch
    {
        (ValueKind.Days, ValueKind.Months) or (ValueKind.Months, ValueKind.Days) =>
            Error("RUL0304", range, "days are compared with months", "months have 28 to 31 days: say both in days or both in months"),
        _ when left == right =>
            Error("RUL0301", range, $"'{comparison}' has no meaning between {left.Named()} and another",
                "only 'is' and 'is not' compare these"),
        _ => Error("RUL0301", range, $"{left.Named()} is compared with {right.Named()}", CompareHint(left, right)),
    };

    public static Diagnostic NotOfType(TextRange range, string field, ValueKind wanted, ValueKind found, IReadOnlyList<string> choices) =>
        Error("RUL0301", range, $"{field} is {wanted.Named()} and is compared with {found.Named()}", wanted switch
        {
            ValueKind.Text => "put the text in quotation marks",
            ValueKind.YesNo => "compare it with yes or no",
            ValueKind.Choice => Known("choices", choices),
            ValueKind.Partner => "rules don't name partners: compare it with another partner field, such as registration.partner",
            _ => null,
        });

    public static Diagnostic CurrencyMix(TextRange range, string left, string right) =>
        Error("RUL0302", range, $"an amount in {left} meets an amount in {right}", "a program computes in one currency");

    public static Diagnostic ForeignCurrency(TextRange range, string currency, string program) =>
        Error("RUL0302", range, $"the amount is in {currency}, and the program computes in {program}", $"say it in {program}");

    public static Diagnostic AmountTimesAmount(TextRange range) =>
        Error("RUL0303", range, "two amounts of money are multiplied", "an amount is multiplied by a number or a percentage");

    public static Diagnostic CannotCompute(TextRange range, string operation, string left, string? right, string? hint = null) =>
        Error("RUL0301", range,
            right is null ? $"'{operation}' has no meaning before {left}" : $"'{operation}' has no meaning between {left} and {right}", hint);

    public static Diagnostic PartOfWhat(TextRange range, string whole) =>
        Error("RUL0301", range, $"a percentage is of an amount or a number, not of {whole}");

    public static Diagnostic ValueAsCondition(TextRange range, string text) =>
        Error("RUL0305", range, $"'{text}' is a value, where a condition is needed", "compare it, as in: deal.amount > 10,000");

    public static Diagnostic ConditionAsValue(TextRange range) =>
        Error("RUL0305", range, "a condition stands where a value is needed");

    public static Diagnostic MissingNotHandled(TextRange range, string field) =>
        Error("RUL0306", range, $"'{field}' may be missing", field.StartsWith("registration.", System.StringComparison.Ordinal)
            ? "test it first: registration is protected and ..."
            : $"test it first: {field} is known and ...");

    public static Diagnostic UnknownNotHandled(TextRange range, string figure) =>
        Error("RUL0307", range, $"{figure} may be unknown, and the rule does not say what then",
            "add ', if unknown no' or ', if unknown yes' to the condition, or test that it is known");

    public static Diagnostic NeverMissing(TextRange range, string field) =>
        Warning("RUL0308", range, $"'{field}' is never missing, so this test always comes out the same", "leave it out");

    public static Diagnostic KnownWhat(TextRange range, string text) =>
        Error("RUL0309", range, $"'{text}' can't be known or missing", text == "registration"
            ? "write: registration is protected"
            : "only a field such as deal.sourcing_partner or a figure such as usage growth over 3 months can");

    public static Diagnostic RegistrationIsWhat(TextRange range) =>
        Error("RUL0309", range, "of a registration one can ask whether it is protected", "write: registration is protected");

    public static Diagnostic CustomerIsWhat(TextRange range) =>
        Error("RUL0309", range, "of a customer one can ask whether it is active", "write: customer is active, or compare customer.status");

    public static Diagnostic NotMonthly(TextRange range, string test) =>
        Error("RUL0310", range, $"only usage is known month by month, and '{test}' is not about usage",
            "say 'for ... months running' right after the part about usage");

    public static Diagnostic NotAPartner(TextRange range, string field) =>
        Error("RUL0311", range, $"'{field}' is not a partner, so nothing can be credited to it",
            "credit goes to a partner field, such as registration.partner or deal.sourcing_partner");

    public static Diagnostic NotADate(TextRange range, string field) =>
        Error("RUL0311", range, $"'{field}' is not a date");

    private static string? CompareHint(ValueKind left, ValueKind right) => (left, right) switch
    {
        (ValueKind.Percent, ValueKind.Number) or (ValueKind.Number, ValueKind.Percent) => "write the percentage as 15%",
        (ValueKind.Date, ValueKind.Month) or (ValueKind.Month, ValueKind.Date) => "write the whole date, as in 2026-03-01",
        (ValueKind.Date, ValueKind.Days or ValueKind.Months) or (ValueKind.Days or ValueKind.Months, ValueKind.Date) =>
            "a date is compared with a date, such as deal.created + 90 days",
        _ => null,
    };
}

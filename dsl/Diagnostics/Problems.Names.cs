using System.Collections.Generic;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Diagnostics;

internal static partial class Problems
{
    public static Diagnostic UnknownField(TextRange range, string name, string? nearest) =>
        Error("RUL0201", range, $"there is no field '{name.Shortened()}'", DidYouMean(nearest));

    public static Diagnostic UnknownRole(TextRange range, string name, string? nearest, IReadOnlyList<string> roles) =>
        Error("RUL0202", range, $"there is no role '{name.Shortened()}'", DidYouMean(nearest) ?? Known("roles", roles));

    public static Diagnostic UnknownRule(TextRange range, string kind, string name, string? nearest) =>
        Error("RUL0203", range, $"there is no {kind} rule \"{name.Shortened()}\"", DidYouMeanRule(nearest));

    public static Diagnostic UnknownChoice(TextRange range, string name, string field, IReadOnlyList<string> choices, string? nearest) =>
        Error("RUL0204", range, $"'{name.Shortened()}' is none of the choices of {field}",
            DidYouMean(nearest) ?? Known("choices", choices));

    public static Diagnostic DuplicateName(TextRange range, string kind, string name) =>
        Error("RUL0205", range, $"'{name.Shortened()}' is already the name of another {kind}", "give one of them another name");

    public static Diagnostic DuplicateRule(TextRange range, string kind, string name) =>
        Error("RUL0205", range, $"\"{name.Shortened()}\" is already the name of another {kind} rule",
            "give one of them another name, or effective dates that follow each other to both");

    public static Diagnostic UnknownCurrency(TextRange range, string code, string? nearest) =>
        Error("RUL0206", range, $"'{code.Shortened()}' is not a currency",
            DidYouMean(nearest) ?? "currencies have three letters, as in USD, EUR or JPY");

    public static Diagnostic WrongUnit(TextRange range, string code, int digits) => digits == 2
        ? Error("RUL0206", range, $"{code} is counted in cents", "write: rounding to the cent")
        : Error("RUL0206", range, $"{code} has no cents", "write: rounding to the minor unit");

    public static Diagnostic FieldNotHere(TextRange range, string name, string when) =>
        Error("RUL0207", range, $"'{name}' can't be read {when}");

    public static Diagnostic ReservedName(TextRange range, string name) =>
        Error("RUL0208", range, $"'{name}' is a word of the language and can't be a name");

    public static Diagnostic NameTooLong(TextRange range, int most) =>
        Error("RUL0209", range, $"the name is longer than {most} characters");

    public static Diagnostic EmptyName(TextRange range) => Error("RUL0209", range, "the name is empty");

    public static Diagnostic UnknownType(TextRange range, string name, string? nearest) =>
        Error("RUL0210", range, $"'{name.Shortened()}' is not a type",
            DidYouMean(nearest) ?? "types are money, percent, number, date, text, yes_no, choice and partner");

    public static Diagnostic FieldOfWhat(TextRange range, string name) =>
        Error("RUL0211", range, $"'{name.Shortened()}' is not a field of deal, customer or partner", "name it like deal.segment");

    public static Diagnostic OnlyOne(TextRange range, string kind) =>
        Error("RUL0212", range, $"a program has one {kind} rule", "put both into one rule");

    public static Diagnostic UnknownTier(TextRange range, string name, IReadOnlyList<string> choices, string? nearest) =>
        Error("RUL0220", range, $"'{name.Shortened()}' is no tier that a partner can have",
            DidYouMean(nearest) ?? Known("choices of partner.tier", choices));

    public static Diagnostic ColumnOfWhat(TextRange range, string subject, string table) =>
        Error("RUL0221", range, $"a field of {subject} is read from a column of {table}", $"name it like {table}.new_segment");

    public static Diagnostic ChoicesOfWhat(TextRange range, string type) =>
        Error("RUL0223", range, $"only a choice has names, and this is {type}", "write 'is choice of', or remove the names");

    public static Diagnostic UnknownMonth(TextRange range, string name, string? nearest) =>
        Error("RUL0222", range, $"'{name.Shortened()}' is not a month", DidYouMean(nearest) ?? "months are January to December");

    private static string? Known(string noun, IReadOnlyList<string> names) =>
        names.Count == 0 ? null : $"the {noun} are {string.Join(", ", names)}";
}

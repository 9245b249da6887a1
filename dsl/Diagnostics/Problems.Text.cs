using System.Globalization;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Diagnostics;

internal static partial class Problems
{
    public static Diagnostic TextTooLong(TextRange range, int most) =>
        Error("RUL0001", range, $"a program has at most {most.ToString("N0", CultureInfo.InvariantCulture)} characters");

    public static Diagnostic StrayCharacter(TextRange range, string characters) =>
        Error("RUL0002", range, $"{Named(characters)} has no meaning here", HintFor(characters));

    public static Diagnostic UnclosedText(TextRange range) =>
        Error("RUL0003", range, "the text is not closed on its line", "end it with a straight quotation mark \"");

    public static Diagnostic CurlyQuotes(TextRange range) =>
        Error("RUL0003", range, "the text is not in straight quotation marks", "write \"...\" with straight quotation marks");

    public static Diagnostic DirectionControl(TextRange range, char c) =>
        Error("RUL0004", range,
            $"the character {CodePoint(c)} turns the direction of text, so that the program reads differently from what it means",
            "delete it");

    public static Diagnostic LookAlike(TextRange range, string word) =>
        Error("RUL0005", range, $"'{word.Shortened()}' has letters that only look like Latin ones", "type the word again");

    public static Diagnostic InvisibleCharacter(TextRange range, char c) =>
        Error("RUL0006", range, $"the character {CodePoint(c)} can't be seen", "delete it");

    public static Diagnostic WrongGrouping(TextRange range, string number) =>
        Error("RUL0007", range, $"the number {number.Shortened()} groups its digits wrongly",
            "group by three, as in 10,000; decimals follow a point, as in 1.25");

    public static Diagnostic ImpossibleDate(TextRange range, string date) =>
        Error("RUL0008", range, $"{date} is not in the calendar", "write a date as 2026-01-31 and a month as 2026-01, from 1900 to 2999");

    public static Diagnostic NumberTooLarge(TextRange range, string number) =>
        Error("RUL0009", range, $"the number {number.Shortened()} is too large", "numbers have at most 15 digits before the point");

    public static Diagnostic NumberTooPrecise(TextRange range, string number) =>
        Error("RUL0009", range, $"the number {number.Shortened()} has too many decimals", "numbers have at most 10 digits after the point");

    private static string CodePoint(char c) => "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static string Named(string characters) =>
        characters.Length > 1 && char.IsSurrogatePair(characters[0], characters[1])
            ? "the character U+" + char.ConvertToUtf32(characters, 0).ToString("X4", CultureInfo.InvariantCulture)
        : char.IsControl(characters[0]) || char.IsSurrogate(characters[0]) || char.IsWhiteSpace(characters[0])
            ? "the character " + CodePoint(characters[0])
            : "'" + characters.Shortened() + "'";

    private static string? HintFor(string characters) => characters[0] switch
    {
        '%' => "a percentage is a number and a percent sign, as in 15%",
        '!' or '\u2260' => "write 'is not'",
        '\u2264' => "write '<='",
        '\u2265' => "write '>='",
        '\'' or '\u2018' or '\u2019' or '`' => "texts stand in straight double quotation marks",
        '\u00A0' or '\u2003' or '\u2009' => "type a plain blank",
        '$' or '\u20AC' or '\u00A3' => "amounts are in the program's currency; write the number alone",
        '&' => "write 'and'",
        '|' => "write 'or'",
        _ => null,
    };

    public static Diagnostic WordTooLong(TextRange range, int most) =>
        Error("RUL0110", range, $"a word, and a text in quotation marks, has at most {NumberText.Grouped(most)} characters");
}

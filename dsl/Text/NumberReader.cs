using System;
using System.Globalization;
using CrmAddon.Rules.Diagnostics;

namespace CrmAddon.Rules.Text;

/// <summary>Reads 50,000 and 1.25 and 30% and 2026-01-01 and 2026-01, in no culture's way but the language's own.</summary>
internal static class NumberReader
{
    /// <summary>Whole digits at most: more than any amount of money needs, few enough for exact decimals.</summary>
    private const int MostWholeDigits = 15;

    private const int MostDecimals = 10;

    // Far enough from the ends of the calendar that every date can be counted from.
    private const int FirstYear = 1900;

    private const int LastYear = 2999;

    public readonly record struct Result(
        TokenKind Kind, int End, decimal Value, DateTime Day, Func<TextRange, string, Diagnostic>? Problem);

    public static Result Read(string text, int start)
    {
        var end = start + Digits(text, start);
        if (end - start == 4 && At(text, end) == '-' && Digits(text, end + 1) == 2)
            return ReadDate(text, start, end);

        Func<TextRange, string, Diagnostic>? problem = null;
        var lead = end - start;
        while (At(text, end) == ',' && Digits(text, end + 1) > 0)
        {
            var group = Digits(text, end + 1);
            if (group != 3 || lead > 3)
                problem = Problems.WrongGrouping;
            end += group + 1;
        }
        var whole = text.Substring(start, end - start).Replace(",", "");
        var decimals = At(text, end) == '.' ? Digits(text, end + 1) : 0;
        var fraction = decimals > 0 ? text.Substring(end + 1, decimals) : "";
        end += decimals > 0 ? decimals + 1 : 0;

        if (whole.TrimStart('0').Length > MostWholeDigits)
            problem ??= Problems.NumberTooLarge;
        else if (decimals > MostDecimals)
            problem ??= Problems.NumberTooPrecise;
        var value = problem is null
            ? decimal.Parse(fraction.Length > 0 ? whole + "." + fraction : whole, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : 1;

        var sign = end;
        while (At(text, sign) is ' ' or '\t')
            sign++;
        return At(text, sign) == '%'
            ? new Result(TokenKind.Percent, sign + 1, value / 100, default, problem)
            : new Result(TokenKind.Number, end, value, default, problem);
    }

    private static Result ReadDate(string text, int start, int yearEnd)
    {
        var monthEnd = yearEnd + 3;
        var isDate = At(text, monthEnd) == '-' && Digits(text, monthEnd + 1) == 2;
        var end = isDate ? monthEnd + 3 : monthEnd;
        var kind = isDate ? TokenKind.Date : TokenKind.Month;
        var known = DateTime.TryParseExact(
            text.Substring(start, end - start), isDate ? "yyyy-MM-dd" : "yyyy-MM",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return known && day.Year is >= FirstYear and <= LastYear
            ? new Result(kind, end, 0, day, null)
            : new Result(kind, end, 0, new DateTime(2000, 1, 1), Problems.ImpossibleDate);
    }

    private static int Digits(string text, int start)
    {
        var end = start;
        while (At(text, end) is >= '0' and <= '9')
            end++;
        return end - start;
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';
}

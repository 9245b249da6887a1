using System;
using System.Globalization;

namespace CrmAddon.Rules;

/// <summary>A calendar month, such as 2026-03. The default value is 0001-01.</summary>
public readonly struct Month : IEquatable<Month>, IComparable<Month>
{
    private readonly int index;

    /// <summary>The month <paramref name="number"/> (1 to 12) of <paramref name="year"/> (1 to 9999).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public Month(int year, int number)
        : this(IndexOf(year, number))
    {
    }

    private Month(int index) => this.index = index;

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => (index / 12) + 1;

    /// <summary>The number of the month in its year, 1 to 12.</summary>
    public int Number => (index % 12) + 1;

    /// <summary>The first day, at midnight, of no particular time zone.</summary>
    public DateTime FirstDay => new(Year, Number, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The last day, at midnight, of no particular time zone.</summary>
    public DateTime LastDay => new(Year, Number, DateTime.DaysInMonth(Year, Number), 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The month that holds <paramref name="day"/>.</summary>
    public static Month Of(DateTime day) => new(day.Year, day.Month);

    /// <summary>Reads <c>yyyy-MM</c>.</summary>
    /// <exception cref="FormatException">The text is not a month.</exception>
    public static Month Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month such as 2026-03.");

    /// <summary>Reads <c>yyyy-MM</c>; false when the text is not a month.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        month = default;
        if (text is not { Length: 7 } || text[4] != '-'
            || !int.TryParse(text.Substring(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.Substring(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 1 or > 9999 || number is < 1 or > 12)
            return false;
        month = new Month(year, number);
        return true;
    }

    /// <summary>The month that is <paramref name="months"/> later (earlier when negative).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result lies outside the years 1 to 9999.</exception>
    public Month AddMonths(int months)
    {
        var moved = (long)index + months;
        return moved is >= 0 and < 9999 * 12
            ? new Month((int)moved)
            : throw new ArgumentOutOfRangeException(nameof(months), months, "The month lies outside the years 1 to 9999.");
    }

    /// <summary>How many months this one is after <paramref name="earlier"/>; negative when it is before.</summary>
    public int MonthsSince(Month earlier) => index - earlier.index;

    /// <inheritdoc/>
    public int CompareTo(Month other) => index.CompareTo(other.index);

    /// <inheritdoc/>
    public bool Equals(Month other) => index == other.index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Month other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => index;

    /// <summary>The month as <c>yyyy-MM</c>.</summary>
    public override string ToString() =>
        Year.ToString("0000", CultureInfo.InvariantCulture) + "-" + Number.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>Whether both are the same month.</summary>
    public static bool operator ==(Month left, Month right) => left.Equals(right);

    /// <summary>Whether they are different months.</summary>
    public static bool operator !=(Month left, Month right) => !left.Equals(right);

    /// <summary>Whether the first is earlier.</summary>
    public static bool operator <(Month left, Month right) => left.index < right.index;

    /// <summary>Whether the first is later.</summary>
    public static bool operator >(Month left, Month right) => left.index > right.index;

    /// <summary>Whether the first is earlier or the same.</summary>
    public static bool operator <=(Month left, Month right) => left.index <= right.index;

    /// <summary>Whether the first is later or the same.</summary>
    public static bool operator >=(Month left, Month right) => left.index >= right.index;

    private static int IndexOf(int year, int number)
    {
        if (year is < 1 or > 9999)
            throw new ArgumentOutOfRangeException(nameof(year), year, "A year is from 1 to 9999.");
        if (number is < 1 or > 12)
            throw new ArgumentOutOfRangeException(nameof(number), number, "A month is from 1 to 12.");
        return ((year - 1) * 12) + number - 1;
    }
}

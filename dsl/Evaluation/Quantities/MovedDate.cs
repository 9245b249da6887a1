using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A date moved by months; the day is the month's last one where it has no such day.</summary>
internal sealed class MovedDate(Quantity date, Quantity months, int sign) : Quantity
{
    public Quantity Date => date;

    public Quantity Months => months;

    /// <summary>1 for later, -1 for earlier.</summary>
    public int Sign => sign;

    public override IEnumerable<Quantity> Inner => [date, months];

    public override bool TryRead(Facts facts, int back, out decimal value)
    {
        value = 0;
        if (!date.TryRead(facts, back, out var day) || !months.TryRead(facts, back, out var count)
            || count is < -12_000 or > 12_000 || day < 0 || day > DateTime.MaxValue.Ticks / TimeSpan.TicksPerDay)
            return false;
        var start = new DateTime((long)day * TimeSpan.TicksPerDay);
        var moved = ((start.Year - 1) * 12) + start.Month - 1 + (sign * (int)count);
        if (moved is < 0 or >= 9999 * 12)
            return false;
        value = start.AddMonths(sign * (int)count).Ticks / TimeSpan.TicksPerDay;
        return true;
    }
}

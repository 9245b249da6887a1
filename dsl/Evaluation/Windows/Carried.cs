using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>What a window's earlier months booked for one rule, partner, role and product.</summary>
internal readonly record struct Carried(decimal Measure, decimal Credited, decimal Uncapped)
{
    /// <summary>Digits after the point with which a month's measure is carried to the next.</summary>
    public const int Digits = 10;

    public bool IsNothing => Measure == 0 && Credited == 0 && Uncapped == 0;

    public static Carried operator +(Carried left, Carried right) =>
        new(left.Measure + right.Measure, left.Credited + right.Credited, left.Uncapped + right.Uncapped);

    public static Carried Of(
        IReadOnlyList<BookedLine> lines, CommissionRule rule, string partner, string role, string product)
    {
        var sum = default(Carried);
        if (rule.WindowMonths == 1)
            return sum;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (IsOf(line, rule, partner, role) && string.Equals(line.Product, product, StringComparison.Ordinal))
                sum += new Carried(line.Measure, line.Credited, line.Uncapped);
        }
        return sum;
    }

    public static bool IsOf(BookedLine line, CommissionRule rule, string partner, string role) =>
        string.Equals(line.Rule, rule.Name, StringComparison.Ordinal)
        && string.Equals(line.PartnerKey, partner, StringComparison.Ordinal)
        && string.Equals(line.Role, role, StringComparison.Ordinal);
}

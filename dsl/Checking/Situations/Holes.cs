using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>What several domains of one variable leave out by mistake.</summary>
/// <param name="Claim">Where it is.</param>
/// <param name="Words">What it is.</param>
/// <param name="Beside">The domain that ends beside it.</param>
internal sealed record Hole(Formula Claim, string Words, int Beside);

internal static class Holes
{
    // Where only one or two values are covered, the others may well be left out on purpose.
    private const int FewestChoices = 4;

    /// <summary>The only choice that is left out, unless it is the one that an empty column stands for.</summary>
    public static Hole? InNames(Variable variable, IReadOnlyList<Domain> domains)
    {
        if (variable.Field is not { Type: FieldType.Choice, Choices.Count: >= FewestChoices } field || domains.Any(domain => domain.Names is null))
            return null;
        string[] left = [.. field.Choices.Where((_, i) => !domains.Any(domain => domain.Names!.Has(i)))];
        return left is [var only] && !(field.WhenEmpty.IsKnown && field.WhenEmpty.AsName == only)
            ? new Hole(
                Formula.All(variable.MayBeMissing ? new KnownClaim(variable, true) : Formula.Always, new NameClaim(variable, [only], true)),
                $"{variable.Path} {only}, the only choice that is left out", 0)
            : null;
    }

    /// <summary>What lies between two domains that nearly touch.</summary>
    public static Hole? InBounds(Variable variable, IReadOnlyList<Domain> domains, World world)
    {
        if (variable.Sum is not null || variable.IsObscure || variable.Path == "first month")
            return null;
        var order = Enumerable.Range(0, domains.Count)
            .OrderBy(i => domains[i].Low is null ? 0 : 1).ThenBy(i => domains[i].Low ?? Rational.Zero).ToArray();
        // One that leaves all open covers every hole.
        if (domains[order[0]].High is null && domains[order[0]].Low is null)
            return null;
        var reach = order[0];
        foreach (var i in order.Skip(1))
        {
            if (domains[reach].High is not { } end || domains[i].Low is not { } begin)
                return null;
            if (IsHole(variable, domains[reach], end, domains[i], begin))
                return Between(variable, domains[reach], end, domains[i], begin, reach, world);
            if (domains[i].High is not { } high || high >= end)
                reach = i;
        }
        return null;
    }

    private static bool IsHole(Variable variable, Domain before, Rational end, Domain after, Rational begin)
    {
        var width = begin - end;
        var isOpen = before.HighIsOpen && after.LowIsOpen;
        if (variable.Path == "date")
            return width > Rational.One;
        if (variable.IsCounted)
        {
            // Between two days or cents that follow each other there is nothing; a whole unit is what people forget.
            var widest = variable.Field?.Type == FieldType.Money ? Rational.One / variable.Unit : (Rational)2;
            return width > Rational.One && width <= Rational.Max(widest, 2);
        }
        // Plain numbers are mostly counts: between ten and eleven there is nobody.
        var unit = variable.Field?.Type == FieldType.Percent ? Rational.Of(1, 100) : Rational.One;
        return width.Sign > 0 ? width < unit || (width == unit && variable.Field?.Type != FieldType.Number) : width.Sign == 0 && isOpen;
    }

    private static Hole Between(Variable variable, Domain before, Rational end, Domain after, Rational begin, int beside, World world)
    {
        var value = LinearSum.Of(variable);
        var (low, high) = variable.IsCounted ? (end + 1, begin - 1) : (end, begin);
        var claim = Formula.All(
            variable.MayBeMissing ? new KnownClaim(variable, true) : Formula.Always,
            new BelowZero(LinearSum.Of(low * variable.Unit).Minus(value), !variable.IsCounted && !before.HighIsOpen),
            new BelowZero(value.Minus(LinearSum.Of(high * variable.Unit)), !variable.IsCounted && !after.LowIsOpen));
        var name = variable.UsageMonths == 1 ? "usage" : variable.UsageMonths > 1
            ? $"usage over {variable.UsageMonths} months" : variable.Path;
        var words = variable == world.Date ? $"{Text(variable, low)} until {Text(variable, high)}" : low == high ? $"{name} {Text(variable, low)}" : variable.IsCounted ? $"{name} from {Text(variable, low)} to {Text(variable, high)}"
            : $"{name} between {Text(variable, low)} and {Text(variable, high)}";
        return new Hole(claim, words, beside);
    }

    private static string Text(Variable variable, Rational value)
    {
        if (variable.Field?.Type == FieldType.Date || variable.Path == "date")
            return new DateTime((long)value.Numerator * TimeSpan.TicksPerDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var number = (value * variable.Unit).Round(10, true);
        return variable.Field?.Type == FieldType.Percent ? NumberText.Percent(number) : NumberText.Grouped(number);
    }
}

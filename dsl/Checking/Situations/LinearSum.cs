using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>A sum of quantities, each times a factor, and a constant. Terms stand in the order of their variables.</summary>
internal sealed class LinearSum
{
    private LinearSum(IReadOnlyList<(Variable Variable, Rational Factor)> terms, Rational constant)
    {
        Terms = terms;
        Constant = constant;
    }

    public IReadOnlyList<(Variable Variable, Rational Factor)> Terms { get; }

    public Rational Constant { get; }

    public bool IsConstant => Terms.Count == 0;

    public static LinearSum Of(Rational constant) => new([], constant);

    /// <summary>The value of a variable, which for what is counted is its count times the unit.</summary>
    public static LinearSum Of(Variable variable) => new([(variable, variable.Unit)], Rational.Zero);

    public LinearSum Times(Rational factor) => factor.Sign == 0
        ? Of(Rational.Zero)
        : new([.. Terms.Select(term => (term.Variable, (term.Factor * factor).Reduced()))], (Constant * factor).Reduced());

    public LinearSum Plus(LinearSum other) => new(
        [.. Terms.Concat(other.Terms).GroupBy(term => term.Variable)
            .Select(group => (group.Key, group.Aggregate(Rational.Zero, (sum, term) => sum + term.Factor).Reduced()))
            .Where(term => term.Item2.Sign != 0).OrderBy(term => term.Key.Index)],
        (Constant + other.Constant).Reduced());

    public LinearSum Minus(LinearSum other) => Plus(other.Times(-1));

    public bool IsSameAs(LinearSum other) => Minus(other) is { IsConstant: true, Constant.Sign: 0 };

    /// <summary>The sum in one line, the same for equal sums.</summary>
    public override string ToString() =>
        string.Concat(Terms.Select(term => $"{Text(term.Factor)} {term.Variable.Path} + ")) + Text(Constant);

    /// <summary>
    /// The terms alone, divided by a factor so that equal sums are written the same: in whole numbers without a common divisor
    /// where everything is counted, otherwise so that the first factor is one.
    /// </summary>
    public LinearSum Normal(out Rational factor)
    {
        factor = Terms[0].Factor;
        if (Terms.All(term => term.Variable.IsCounted))
        {
            var scale = Terms.Aggregate(BigInteger.One, (all, term) =>
                all / BigInteger.GreatestCommonDivisor(all, term.Factor.Denominator) * term.Factor.Denominator);
            var common = Terms.Aggregate(BigInteger.Zero, (all, term) =>
                BigInteger.GreatestCommonDivisor(all, term.Factor.Numerator * (scale / term.Factor.Denominator)));
            factor = Rational.Of(common * Terms[0].Factor.Sign, scale);
        }
        return new LinearSum(Terms, Rational.Zero).Times(Rational.One / factor);
    }

    private static string Text(Rational value) => value.Numerator + "/" + value.Denominator;

    public static BigInteger Ceiling(Rational value) => -Floor(-value);

    public static BigInteger Floor(Rational value)
    {
        var quotient = BigInteger.DivRem(value.Numerator, value.Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }
}

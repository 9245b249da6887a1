using System;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Writes conditions in the language.</summary>
internal static class ConditionText
{
    public static string Of(Test test) => test switch
    {
        AllOf all => string.Join(" and ", all.Tests.Select(Inner)),
        AnyOf any => string.Join(" or ", any.Tests.Select(one => one is AnyOf ? Inner(one) : Of(one))),
        Not not => "not (" + Of(not.Inner) + ")",
        IsOneOf { Words.Count: 1 } one => $"{one.Field} is {(one.Negated ? "not " : "")}{one.Words[0]}",
        IsOneOf several => $"{several.Field} is {(several.Negated ? "not " : "")}one of {string.Join(", ", several.Words)}",
        IsKnown known => Of(known.Of) + (known.Negated ? " is missing" : " is known"),
        IsProtected => "registration is protected",
        IsActive => "customer is active",
        Compares compares => $"{Of(compares.Left)} {compares.Sign} {Of(compares.Right)}",
        IfUnknown unknown => $"{Of(unknown.Inner)}, if unknown {(unknown.Then ? "yes" : "no")}",
        Running running => $"{Of(running.Inner)}, for {running.Months} months running",
        _ => throw new NotSupportedException(test.ToString()),
    };

    public static string Of(Quantity quantity) => quantity switch
    {
        Literal { IsPercent: true } percent => Percent(percent.Value),
        Literal plain => Number(plain.Value),
        Field field => field.Path,
        Figure { What: FigureKind.Usage } => "usage",
        Figure { What: FigureKind.UsageOver } over => "usage over " + Months(over.Months),
        Figure { What: FigureKind.AverageOver } over => "average usage over " + Months(over.Months),
        Figure { What: FigureKind.GrowthOver } over => "usage growth over " + Months(over.Months),
        Figure over => "retention over " + Months(over.Months),
        Part part => $"{Percent(part.Percent)} of {Of(part.Of)}",
        _ => throw new NotSupportedException(quantity.ToString()),
    };

    public static string Percent(decimal percent) => Plain(percent) + "%";

    /// <summary>A number with its thousands grouped.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.##########", CultureInfo.InvariantCulture);

    // A suffix covers all of the conjunction before it, so one inside a conjunction stands in parentheses.
    private static string Inner(Test test) => test is AllOf or AnyOf or IfUnknown or Running ? "(" + Of(test) + ")" : Of(test);

    private static string Plain(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Months(int months) => months == 1 ? "1 month" : months.ToString(CultureInfo.InvariantCulture) + " months";
}

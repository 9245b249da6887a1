using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>What conditions are read against. Yes, no, or null: unknown.</summary>
internal sealed class Situation
{
    public IReadOnlyDictionary<string, string?> Words { get; init; } = new Dictionary<string, string?>();

    public IReadOnlyDictionary<string, Fraction?> Numbers { get; init; } = new Dictionary<string, Fraction?>();

    public bool Protected { get; init; }

    public Figures? Figures { get; init; }

    public Month Month { get; init; }

    public Test? Churn { get; init; }

    public bool Fits(Test? test) => test is null || (Of(test, 0)
        ?? throw new InvalidOperationException("Nothing that the checker accepts stays unknown: " + ConditionText.Of(test)));

    /// <summary>The customer is active unless the program's churn rule holds; without one the status says it.</summary>
    public bool Active => Churn is null ? Words["customer.status"] == "active" : !Fits(Churn);

    // Back: how many months before the judged one it is read.
    private bool? Of(Test test, int back) => test switch
    {
        AllOf all => All(all.Tests.Select(one => Of(one, back))),
        AnyOf any => !All(any.Tests.Select(one => !Of(one, back))),
        Not not => !Of(not.Inner, back),
        IsOneOf one => one.Words.Contains(Words[one.Field]) != one.Negated,
        IsKnown known => Has(known.Of, back) != known.Negated,
        IsProtected => Protected,
        IsActive => Active,
        Compares compares => Compare(compares, back),
        IfUnknown unknown => Of(unknown.Inner, back) ?? unknown.Then,
        Running running => All(Enumerable.Range(0, running.Months).Select(more => Of(running.Inner, back + more))),
        _ => throw new NotSupportedException(test.ToString()),
    };

    private static bool? All(IEnumerable<bool?> all)
    {
        var each = all.ToList();
        return each.Contains(false) ? false : each.Contains(null) ? null : true;
    }

    private bool Has(Quantity quantity, int back) => quantity is Field field
        ? (Words.TryGetValue(field.Path, out var word) && word is not null) || (Numbers.TryGetValue(field.Path, out var number) && number is not null)
        : Value(quantity, back) is not null;

    private bool? Compare(Compares compares, int back)
    {
        if (Value(compares.Left, back) is not { } left || Value(compares.Right, back) is not { } right)
            return null;
        return compares.Sign switch
        {
            "<" => left < right,
            "<=" => left <= right,
            ">" => left > right,
            ">=" => left >= right,
            "is" => left.Equals(right),
            _ => !left.Equals(right),
        };
    }

    private Fraction? Value(Quantity quantity, int back) => quantity switch
    {
        Literal { IsPercent: true } percent => (Fraction)percent.Value / 100,
        Literal plain => plain.Value,
        Field field => Numbers[field.Path],
        Figure figure => Figures!.Of(figure, Month.AddMonths(-back)),
        Part part => Value(part.Of, back) is { } whole ? whole * part.Percent / 100 : null,
        _ => throw new NotSupportedException(quantity.ToString()),
    };
}

using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>Something that conditions read of a case: a field, the date, usage up to some month back.</summary>
internal sealed class Variable(int index, string path, bool isName)
{
    public int Index { get; } = index;

    /// <summary>The field's name, or what it is.</summary>
    public string Path { get; } = path;

    /// <summary>Whether it is told apart by name; otherwise it is a quantity.</summary>
    public bool IsName { get; } = isName;

    /// <summary>The field; null for what is no field.</summary>
    public FieldDefinition? Field { get; init; }

    public bool MayBeMissing { get; init; }

    /// <summary>Whether it has whole values only: money in minor units, dates in days.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Whether it stands for something that is no sum.</summary>
    public bool IsObscure { get; init; }

    /// <summary>What one of a count is worth.</summary>
    public Rational Unit { get; init; } = Rational.One;

    /// <summary>Every name that makes a difference, and one more where there are others.</summary>
    public IReadOnlyList<string> Names { get; set; } = [];

    /// <summary>The sum of others that it stands for; null for what is no sum.</summary>
    public LinearSum? Sum { get; init; }

    /// <summary>What always holds of it.</summary>
    public List<BelowZero> Laws { get; } = [];

    /// <summary>The day that it moves by months; null for everything else.</summary>
    public (LinearSum Day, int Months)? Moves { get; init; }

    /// <summary>The months whose usage up to the judged one it sums; 0 for everything else.</summary>
    public int UsageMonths { get; init; }
}

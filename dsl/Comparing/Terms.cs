using System.Collections;
using System.Collections.Generic;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Comparing;

/// <summary>One thing that a rule says. A condition is kept, since two texts of it may mean the same.</summary>
internal sealed record Term(string Name, string Value, Condition? Condition = null);

/// <summary>All that a rule says, in the order of its clauses; what is not said is left out.</summary>
internal sealed class Terms : IEnumerable<Term>
{
    private readonly List<Term> terms = [];

    public void Add(string name, string? value)
    {
        if (value is not null)
            terms.Add(new Term(name, value));
    }

    public void Add(string name, decimal? amount)
    {
        if (amount is { } value)
            terms.Add(new Term(name, NumberText.Grouped(value)));
    }

    public void Add(string name, Condition? condition)
    {
        if (condition is not null)
            terms.Add(new Term(name, ConditionWording.Of(condition), condition));
    }

    public IEnumerator<Term> GetEnumerator() => terms.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.Collections.Generic;

namespace CrmAddon.Rules.Json;

/// <summary>A case of any kind, as it was read.</summary>
public abstract class StoredCase
{
    private protected StoredCase()
    {
    }

    /// <summary>What is judged, by key; empty where the case has none.</summary>
    public abstract string Key { get; }

    /// <summary>Its name for people, with the month where it is about one.</summary>
    public abstract string Name { get; }

    /// <summary>The month that it belongs to: the judged one, or that of the day as of which a deal is judged.</summary>
    public abstract Month Month { get; }

    /// <summary>The partners that it names, by key, with their names where they are given.</summary>
    public virtual IEnumerable<(string Key, string? Name)> Partners => [];

    /// <summary>Judges it: one ruling, or one for each rule whose limits are applied. The same program and case give the same rulings, always.</summary>
    public abstract IReadOnlyList<Ruling> Judge(RuleProgram program);

    /// <summary>The case as it is kept with a ruling, one text for each case.</summary>
    public abstract string Inputs(RuleProgram program);

    /// <summary>The result of <paramref name="rulings"/> as it is kept.</summary>
    public virtual string Result(IReadOnlyList<Ruling> rulings) => ResultText.Of(rulings[0]);

    /// <summary>The derivation of <paramref name="rulings"/> as it is kept.</summary>
    public virtual Finding Derivation(IReadOnlyList<Ruling> rulings) => rulings[0].Derivation;

    /// <summary>The first month that rules look back to; there is none before the year 1.</summary>
    private protected Month Earliest(int months) => Month.AddMonths(-System.Math.Min(months, Month.MonthsSince(default)));
}

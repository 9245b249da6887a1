using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>Writes the rules around credit and commissions: clawbacks, churn, registration, tiers.</summary>
internal sealed class SurroundingWriter(Choices choices, ConditionWriter conditions, IReadOnlyList<string> onDeals)
{
    public IEnumerable<string> Write()
    {
        if (onDeals.Count > 0 && choices.Once(2))
            yield return Clawback();
        if (choices.Once(3))
            yield return "churn when " + conditions.Condition(Reads.Usage | Reads.Customer);
        if (choices.Once(3))
            yield return Registration();
        foreach (var tier in choices.Some(0, "Silver", "Gold", "Platinum"))
            yield return $"tier {tier} when {conditions.Condition(Reads.Usage | Reads.Retention)}";
    }

    private string Clawback()
    {
        var of = " of " + string.Join(", ", choices.Some(1, [.. onDeals]).Select(name => "\"" + name + "\""));
        var within = choices.Of("", $" within {choices.Between(2, 365)} days of deal.won", " within 1 days of deal.won");
        var taken = " take back " + Choices.Percent(choices.Between(1, 10_000));
        return "clawback \"Early churn\"" + string.Concat(choices.Shuffled(of, " when customer churns" + within, taken));
    }

    private string Registration()
    {
        var clauses = new List<string> { $" protect {choices.Between(1, 365)} days from approval" };
        if (choices.Once(2))
            clauses.Add($" extend {choices.Of("once", "twice", "1 times", "2 times", "3 times")} by {choices.Between(1, 90)} days");
        if (choices.Once(2))
            clauses.Add(" conflict when same customer" + choices.Of("", " and any same product"));
        return "registration \"Resellers\"" + string.Concat(choices.Shuffled([.. clauses]));
    }
}

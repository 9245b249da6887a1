using System.Collections.Generic;
using System.Globalization;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>Writes commissions: every measure, window, span, rating and limit that go together.</summary>
internal sealed class CommissionWriter(Choices choices, ConditionWriter conditions, string[] roles, int fiscalMonth)
{
    /// <summary>The names of those that are paid once when the deal is won.</summary>
    public List<string> OnDeals { get; } = [];

    public IEnumerable<string> Write()
    {
        var count = choices.Between(0, 3);
        for (var i = 0; i < count; i++)
        {
            var name = "Fee " + Choices.Text(i + 1);
            if (choices.Once(2))
            {
                OnDeals.Add(name);
                foreach (var rule in Versions(name, OnDeal()))
                    yield return rule;
            }
            else
            {
                foreach (var rule in Versions(name, OnUsage()))
                    yield return rule;
            }
        }
    }

    // Now and then two versions of one rule, which differ in their dates alone.
    private IEnumerable<string> Versions(string name, List<string> clauses)
    {
        if (choices.Once(5))
            return [Rule(name, clauses, Begins(2026)), Rule(name, [.. clauses], $" effective from {Begins(2025)[16..]} until " + Ends(2026))];
        return [Rule(name, clauses, choices.Once(3) ? Begins(2026) : "")];
    }

    private string Rule(string name, List<string> clauses, string effective) =>
        $"commission \"{name}\"" + string.Concat(choices.Shuffled([.. clauses, effective]));

    private string Begins(int year) => $" effective from {year}-{fiscalMonth:00}-01";

    private string Ends(int year) =>
        new System.DateTime(year, fiscalMonth, 1).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private List<string> OnDeal()
    {
        var clauses = new List<string>
        {
            For(),
            $" once when the deal is won{choices.Of(",", "")} on {choices.Of("credited ", "")}amount{choices.Of("", ", per deal", " per deal")}",
        };
        AddRating(clauses);
        Add(clauses, 3, " when ", Reads.Deal | Reads.Customer | Reads.Partner | Reads.Registration);
        AddAccelerators(clauses, Reads.Deal | Reads.Partner);
        AddLimits(clauses, choices.Of("deal", "deal", "partner", "program"));
        return clauses;
    }

    private List<string> OnUsage()
    {
        var span = choices.Of("", ", per customer", ", per product", " across customers");
        var clauses = new List<string>
        {
            For(),
            $" every {choices.Of("month", "month", "quarter", "year")}{choices.Of("", ",")} on {choices.Of("credited ", "")}usage{span}",
        };
        AddRating(clauses);
        Add(clauses, 3, " when ", Reads.Customer | Reads.Usage | Reads.Partner);
        if (choices.Once(3))
            clauses.Add(" while customer is active");
        else
            Add(clauses, 4, " while ", Reads.Customer | Reads.Usage);
        AddAccelerators(clauses, span.Contains("across", System.StringComparison.Ordinal) ? Reads.Usage : Reads.Usage | Reads.Customer | Reads.Partner);
        AddLimits(clauses, span switch
        {
            " across customers" => choices.Of("partner", "program"),
            ", per product" => choices.Of("product", "customer", "partner", "program"),
            _ => choices.Of("customer", "partner", "program"),
        });
        return clauses;
    }

    private string For() => " for " + (choices.Once(3) ? "all roles" : string.Join(", ", choices.Some(1, roles)));

    private void Add(List<string> clauses, int times, string word, Reads reads)
    {
        if (choices.Once(times))
            clauses.Add(word + conditions.Condition(reads));
    }

    private void AddRating(List<string> clauses)
    {
        switch (choices.Below(4))
        {
            case 0:
                clauses.Add(" rate " + Choices.Percent(choices.Between(1, 5000)));
                break;
            case 1:
                clauses.Add(" amount " + choices.Amount(0));
                break;
            default:
                clauses.Add(Steps());
                break;
        }
        if (choices.Once(4))
            clauses.Add($" hold {Choices.Percent(choices.Between(1, 10_000))} for {choices.Of("1 month", "6 months", "2 month")}");
        if (choices.Once(6))
            clauses.Add(" because \"It grows.\"");
    }

    private string Steps()
    {
        var steps = choices.Of(" graduated", " volume");
        var bound = choices.Of(0, 0, 100);
        var count = choices.Between(1, 4);
        for (var i = 0; i < count; i++)
        {
            steps += $" above {bound.ToString("#,##0", CultureInfo.InvariantCulture)} {Choices.Percent(choices.Below(4000))}"
                + (choices.Once(3) ? " plus " + choices.Amount(0) : "");
            bound += choices.Between(1, 50_000);
        }
        return steps;
    }

    private void AddAccelerators(List<string> clauses, Reads reads)
    {
        var count = choices.Below(3);
        for (var i = 0; i < count; i++)
            clauses.Add($" accelerate by {choices.Of("1.25", "0.5", "2", "1.0")} when {conditions.Condition(reads)}");
    }

    private void AddLimits(List<string> clauses, string scope)
    {
        var most = choices.Between(1, 100) * 1000;
        if (choices.Once(3))
            clauses.Add($" at most {most.ToString("#,##0", CultureInfo.InvariantCulture)} per {scope}");
        if (choices.Once(5))
            clauses.Add($" at least {(most / 7).ToString("#,##0", CultureInfo.InvariantCulture)} per {scope}");
    }
}

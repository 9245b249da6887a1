using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Newtonsoft.Json;

namespace CrmAddon.Local.Trial.Report;

/// <summary>Explains one amount line by line, and one that somebody may have expected and did not get; both from the stored rulings alone.</summary>
public sealed class Explanations
{
    // A registered deal tells most about why not; this many are looked at for one whose registered partner did not get it all.
    private const int Looked = 50;

    private readonly World world;

    /// <summary>Works in a world.</summary>
    public Explanations(World world) => this.world = world;

    /// <summary>Prints both.</summary>
    public void Print()
    {
        if (EntryToExplain() is { } entry && Derivation(entry) is { } why)
        {
            Heading($"Why this amount: {Amount(entry)} for {entry.GetAttributeValue<EntityReference>("cov_partnerid")!.Name}, \"{entry.Text("cov_rulename")}\"");
            Lines(Explanation.Render(why));
        }

        if (SplitNotGiven() is { } split && Derivation(split) is { } derivation)
        {
            Heading($"Why not more, on {split.GetAttributeValue<EntityReference>("cov_opportunityid")!.Name}:");
            Lines(Explanation.WhyNot(derivation));
        }
    }

    private void Heading(string text) => world.Narrator.Heading("   " + text);

    private void Lines(IEnumerable<string> sentences)
    {
        foreach (string sentence in sentences)
        {
            world.Narrator.Say("  " + sentence);
        }
    }

    private string Amount(Entity row) =>
        row.Amount("cov_amount").ToString("N2", CultureInfo.InvariantCulture) + " " + world.Program.Currency;

    // What a month earned says more than what a deal did: tiers, growth and caps meet in it.
    private Entity? EntryToExplain() => Largest(onUsage: true) ?? Largest(onUsage: false);

    private Entity? Largest(bool onUsage)
    {
        var query = new QueryExpression("cov_entry")
        {
            ColumnSet = new ColumnSet("cov_partnerid", "cov_rulename", "cov_amount", "cov_rulingid"),
            TopCount = 1,
        };
        query.Criteria.AddCondition("cov_programid", ConditionOperator.Equal, world.ProgramId);
        query.Criteria.AddCondition("cov_opportunityid", onUsage ? ConditionOperator.Null : ConditionOperator.NotNull);
        query.AddOrder("cov_earnedmonth", OrderType.Descending);
        query.AddOrder("cov_amount", OrderType.Descending);
        return world.Service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    private Entity? SplitNotGiven()
    {
        var query = new QueryExpression("cov_split")
        {
            ColumnSet = new ColumnSet("cov_partnerid", "cov_opportunityid", "cov_rulename", "cov_amount", "cov_rulingid"),
            TopCount = Looked,
        };
        query.Criteria.AddCondition("cov_programid", ConditionOperator.Equal, world.ProgramId);
        query.Criteria.AddCondition("cov_percent", ConditionOperator.LessThan, 100m);
        query.Criteria.AddCondition("cov_rulingid", ConditionOperator.NotNull);
        query.AddLink("cov_dealregistration", "cov_opportunityid", "cov_opportunityid", JoinOperator.Inner);
        query.AddOrder("cov_isfinal", OrderType.Descending);
        query.AddOrder("cov_amount", OrderType.Descending);
        return world.Service.RetrieveMultiple(query).Entities
            .FirstOrDefault(row => Derivation(row) is { } derivation && Explanation.WhyNot(derivation).Count > 0);
    }

    private Finding? Derivation(Entity row)
    {
        if (row.GetAttributeValue<EntityReference>("cov_rulingid") is not { } ruling)
        {
            return null;
        }

        string? stored = world.Service.Retrieve("cov_ruling", ruling.Id, new ColumnSet("cov_derivation")).GetAttributeValue<string>("cov_derivation");
        return stored is null ? null : JsonConvert.DeserializeObject<Finding>(stored);
    }
}

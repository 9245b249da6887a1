using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

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
        if (EntryToExplain() is { } entry)
        {
            PrintWhy(entry);
        }

        if (SplitNotGiven() is { } split)
        {
            world.Narrator.Heading($"   Why not otherwise: {Amount(split, "cov_amount")} for {Name(split, "partner")}, on {Name(split, "deal")}");
            Lines(Explanation.WhyNot(Derivation(split.GetAttributeValue<EntityReference>("cov_rulingid")!)));
        }
    }

    // An entry under a cap has two rulings: what the customer's month earned, and what the partner's cap left of it.
    private void PrintWhy(Entity entry)
    {
        var ruling = entry.GetAttributeValue<EntityReference>("cov_rulingid")!;
        world.Narrator.Heading($"   Why this amount: {Amount(entry, "cov_amount")} for {Name(entry, "partner")}, \"{entry.Text("cov_rulename")}\"");
        if (RulingOfMonth(entry) is { } month && month.Id != ruling.Id)
        {
            Lines(Explanation.Render(Derivation(month)));
        }

        Lines(Explanation.Render(Derivation(ruling)));
        if (entry.Amount("cov_amount") != entry.Amount("cov_uncapped"))
        {
            Lines([$"This entry: {Amount(entry, "cov_uncapped")} before the limit per partner, {Amount(entry, "cov_amount")} after it."]);
        }
    }

    private void Lines(IEnumerable<string> sentences)
    {
        foreach (string sentence in sentences)
        {
            world.Narrator.Say("  " + sentence);
        }
    }

    private string Amount(Entity row, string column) =>
        row.Amount(column).ToString("N2", CultureInfo.InvariantCulture) + " " + world.Program.Currency;

    private static string Name(Entity row, string alias) => row.GetAttributeValue<AliasedValue>(alias + ".name")?.Value as string
        ?? row.GetAttributeValue<AliasedValue>(alias + ".cov_name")?.Value as string
        ?? "the house";

    // What a month earned says more than what a deal did: tiers, growth and caps meet in it.
    private Entity? EntryToExplain() => Largest(onUsage: true) ?? Largest(onUsage: false);

    private Entity? Largest(bool onUsage)
    {
        var query = new QueryExpression("cov_entry")
        {
            ColumnSet = new ColumnSet("cov_customerid", "cov_earnedmonth", "cov_rulename", "cov_amount", "cov_uncapped", "cov_rulingid"),
            TopCount = 1,
        };
        query.Criteria.AddCondition("cov_programid", ConditionOperator.Equal, world.ProgramId);
        query.Criteria.AddCondition("cov_opportunityid", onUsage ? ConditionOperator.Null : ConditionOperator.NotNull);
        query.Criteria.AddCondition("cov_rulingid", ConditionOperator.NotNull);
        Named(query, "cov_partner", "cov_partnerid", "partner", "cov_name");
        query.AddOrder("cov_earnedmonth", OrderType.Descending);
        query.AddOrder("cov_amount", OrderType.Descending);
        query.AddOrder("cov_key", OrderType.Ascending);
        return world.Service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    private EntityReference? RulingOfMonth(Entity entry)
    {
        if (entry.GetAttributeValue<EntityReference>("cov_customerid") is not { } customer)
        {
            return null;
        }

        const int customerMonth = 770_000_001;
        var query = new QueryExpression("cov_ruling") { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition("cov_kind", ConditionOperator.Equal, customerMonth);
        query.Criteria.AddCondition("cov_programid", ConditionOperator.Equal, world.ProgramId);
        query.Criteria.AddCondition("cov_customerid", ConditionOperator.Equal, customer.Id);
        query.Criteria.AddCondition("cov_month", ConditionOperator.Equal, entry.GetAttributeValue<DateTime>("cov_earnedmonth"));
        query.AddOrder("createdon", OrderType.Descending);
        query.AddOrder("cov_name", OrderType.Descending);
        return world.Service.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntityReference();
    }

    private Entity? SplitNotGiven()
    {
        var query = new QueryExpression("cov_split") { ColumnSet = new ColumnSet("cov_rulename", "cov_amount", "cov_rulingid"), TopCount = Looked };
        query.Criteria.AddCondition("cov_programid", ConditionOperator.Equal, world.ProgramId);
        query.Criteria.AddCondition("cov_percent", ConditionOperator.LessThan, 100m);
        query.Criteria.AddCondition("cov_rulingid", ConditionOperator.NotNull);
        Named(query, "cov_partner", "cov_partnerid", "partner", "cov_name");
        Named(query, "opportunity", "cov_opportunityid", "deal", "name");
        query.AddLink("cov_dealregistration", "cov_opportunityid", "cov_opportunityid", JoinOperator.Inner);
        query.AddOrder("cov_isfinal", OrderType.Descending);
        query.AddOrder("cov_amount", OrderType.Descending);
        query.AddOrder("cov_key", OrderType.Ascending);
        return world.Service.RetrieveMultiple(query).Entities
            .FirstOrDefault(row => Explanation.WhyNot(Derivation(row.GetAttributeValue<EntityReference>("cov_rulingid")!)).Count > 0);
    }

    private static void Named(QueryExpression query, string table, string lookup, string alias, string name)
    {
        LinkEntity link = query.AddLink(table, lookup, table + "id", JoinOperator.LeftOuter);
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(name);
    }

    private Finding Derivation(EntityReference ruling) => DerivationReader.Read(
        world.Service.Retrieve("cov_ruling", ruling.Id, new ColumnSet("cov_derivation")).Text("cov_derivation")!);
}

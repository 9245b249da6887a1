using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Deals;
using CrmAddon.Plugins.Ledger;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Rulings;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Usage;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Clawbacks;

/// <summary>
/// Brings the clawbacks of a customer's month to what the rules say: what is taken back in the month in which the customer is first
/// found to have left, and nothing where that turns out otherwise. One query, however many deals the customer has.
/// </summary>
internal sealed class ClawbackBook(IOrganizationService service)
{
    private const string DealAlias = "deal";

    private static readonly string[] DealColumns = DealLoader.OpportunityFields.Columns
        .Concat([Opportunity.Name, Opportunity.DealNumber, Opportunity.State, Opportunity.ActualClose, Opportunity.Currency, Opportunity.ExchangeRate])
        .Distinct(StringComparer.Ordinal)
        .ToArray();

    /// <param name="rules">The rules in force in the month.</param>
    /// <param name="month">The customer and the month.</param>
    /// <param name="customer">What the rules were told of the customer.</param>
    /// <param name="hasChurned">Whether the customer is first found inactive in this month.</param>
    /// <param name="judged">The ruling on the month.</param>
    public void Write(RulesInForce rules, CustomerMonth month, UsageCase customer, bool hasChurned, EntityReference judged)
    {
        foreach (var deal in service.All(EntriesOfDeals(rules, month)).GroupBy(row => row.Lookup(Entry.Opportunity)!.Value).OrderBy(deal => deal.Key))
            Write(rules, month, customer, hasChurned, judged, new ClawedDeal(deal.Key, deal.First().Linked(DealAlias), deal.Select(EntryColumns.Read).ToList()));
    }

    private void Write(
        RulesInForce rules, CustomerMonth month, UsageCase customer, bool hasChurned, EntityReference judged, ClawedDeal deal)
    {
        var standing = deal.Clawbacks.Where(entry => entry.Line.Earned == month.Month).ToList();
        var targets = new List<EntryTarget>();
        var evidence = judged;
        if (hasChurned && deal.MayBeTakenBackIn(month.Month))
        {
            var facts = deal.ToCase(rules, month.Month, customer);
            var ruling = rules.Rules.Judge(facts);
            if (ruling.Lines.Count > 0)
            {
                targets.AddRange(ruling.Lines.Select(line => deal.Target(line, month.Month)));
                evidence = Record(rules, month, deal, facts, ruling);
            }
        }

        var plan = new Posting(rules.Program.Code, rules.Program.OpenMonth).Plan(targets, standing);
        new EntryBook(service, rules.Program, rules.Version, evidence).Write(
            plan, code => deal.Entries.First(entry => entry.Line.Partner == code).Partner, _ => new EntrySubject(deal.Id, month.Customer));
    }

    private EntityReference Record(RulesInForce rules, CustomerMonth month, ClawedDeal deal, ClawbackCase facts, ClawbackRuling ruling) =>
        new RulingBook(service).Record(
            new RulingSubject.Clawback(rules.Program.Id, deal.Id, month.Customer, month.Month),
            new Evidence(
                rules.Version, ruling.ProgramHash, month.Month.FirstDay, $"{facts.CustomerName} has churned; commissions on \"{facts.DealName}\" are taken back.",
                CaseText.Of(facts), ResultText.Of(ruling), () => ResultText.Of(ruling.Derivation))).Ruling;

    private static QueryExpression EntriesOfDeals(RulesInForce rules, CustomerMonth month)
    {
        var query = EntryColumns.Of(rules.Program.Id)
            .Where(Entry.Customer, month.Customer)
            .Where(Entry.Opportunity, ConditionOperator.NotNull);
        query.Outer(Entry.Opportunity, Opportunity.Table, Opportunity.Id, DealAlias, DealColumns);
        return query;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Rulings;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Tiers;

/// <summary>
/// Judges which tier a partner has earned by a month and sets it on the partner. Where the rules give none, the partner keeps the
/// tier that it has: the rules say how one is earned, not how it is lost.
/// </summary>
internal sealed class TierJudgement(IOrganizationService service)
{
    private const string TierField = "partner.tier";

    /// <param name="program">The program.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="month">The last month that counts.</param>
    public void Judge(Guid program, Guid partner, Month month)
    {
        if (PublishedRules.Load(service).For(program, month) is not { } rules || (rules.Rules.Features & ProgramFeatures.Tiers) == 0)
            return;

        var row = service.Retrieve(Partner.Table, partner, new ColumnSet([.. Participants.Columns.Union([Partner.Tier])]));
        var facts = CaseOf(rules, row, month, new PartnerCustomers(service).Load(rules, partner, month));
        var ruling = rules.Rules.Judge(facts);
        Record(rules, partner, facts, ruling);
        if (ruling.Tier is { } earned && VocabularyFields.OptionOf(TierField, earned) is var tier && row.Option(Partner.Tier) != tier.Value)
            service.Update(new Entity(Partner.Table, partner) { [Partner.Tier] = tier });
    }

    private static TierCase CaseOf(RulesInForce rules, Entity partner, Month month, IReadOnlyList<EngagedCustomer> customers)
    {
        var facts = Participants.Facts(partner);
        // What the rules don't read is left out: else the tier that is set would make another case of the same facts.
        var read = new HashSet<string>(rules.Rules.Fields.Select(field => field.Path), StringComparer.Ordinal);
        return new TierCase
        {
            PartnerKey = facts.Key,
            PartnerName = facts.Name,
            Month = month,
            Fields = facts.Fields
                .Where(field => read.Contains(field.Key))
                .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal),
            Usage = new UsageHistory(customers.Where(customer => customer.IsEngagedIn(month)).SelectMany(customer => customer.Usage)),
            ActiveCustomers = ActiveCustomers(rules, month, customers),
        };
    }

    // Who was a customer before the partner's first engagement is not known.
    private static Dictionary<Month, IReadOnlyCollection<string>> ActiveCustomers(
        RulesInForce rules, Month month, IReadOnlyList<EngagedCustomer> customers)
    {
        var active = new Dictionary<Month, IReadOnlyCollection<string>>();
        var engagements = customers.SelectMany(customer => customer.Engagements).ToList();
        if (engagements.Count == 0)
            return active;

        var earliest = month.AddMonths(-rules.Rules.TierLookbackMonths);
        var first = engagements.Min(engagement => engagement.From);
        for (var one = first > earliest ? first : earliest; one <= month; one = one.AddMonths(1))
            active[one] = customers
                .Where(customer => customer.IsEngagedIn(one) && customer.IsActiveIn(rules, one))
                .Select(customer => customer.Key)
                .ToList();
        return active;
    }

    private void Record(RulesInForce rules, Guid partner, TierCase facts, TierRuling ruling) => new RulingBook(service).Record(
        new RulingSubject.Tier(rules.Program.Id, partner, facts.Month),
        new Evidence(
            rules.Version, ruling.ProgramHash, facts.Month.FirstDay,
            ruling.Tier is { } tier
                ? $"{facts.PartnerName} has earned the tier {tier} by {facts.Month}."
                : $"{facts.PartnerName} has earned no tier by {facts.Month}.",
            CaseText.Of(facts, facts.Month.AddMonths(-rules.Rules.TierLookbackMonths)), ResultText.Of(ruling),
            () => ResultText.Of(ruling.Derivation)));
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Deals;

/// <summary>Writes the split rows of one deal: one per partner and role and one for the house, and only what differs.</summary>
/// <param name="service">The service.</param>
/// <param name="standing">The deal's rows as they stand.</param>
internal sealed class SplitBook(IOrganizationService service, IReadOnlyList<Entity> standing)
{
    // The column's places: the amount is exact, and the ruling has the share in full.
    private const decimal PercentUnit = 0.01m;
    private const int NameLength = 200;
    private const int ReasonLength = 2000;

    /// <summary>The columns that the standing rows need.</summary>
    public static string[] Columns { get; } =
        [Split.Key, Split.Program, Split.Percent, Split.Amount, Split.IsFinal, Split.RuleName, Split.Reason];

    /// <summary>Whether the deal was credited for good: it was won.</summary>
    public bool WasFinal(Guid program) =>
        standing.Any(row => row.Lookup(Split.Program) == program && row.GetAttributeValue<bool>(Split.IsFinal));

    /// <summary>Brings the rows of one program to what the ruling says.</summary>
    public void Write(Deal deal, RulesInForce rules, DealRuling ruling, EntityReference evidence)
    {
        var partners = deal.Partners();
        var wanted = ruling.Credit.Shares.Select(share => Row(
            deal, rules, share.PartnerKey, partners[share.PartnerKey], share.Role, share.Percent, share.Amount,
            ruling.Credit.Reason + " " + share.Reason)).ToList();
        if (ruling.Credit.HousePercent != 0m)
            wanted.Add(Row(deal, rules, "house", null, "", ruling.Credit.HousePercent, ruling.Credit.HouseAmount, ruling.Credit.Reason));

        RoundPercents(wanted);
        foreach (var row in wanted)
        {
            row[Split.RuleName] = ruling.Credit.Rule?.Cut(NameLength);
            row[Split.Ruling] = evidence;
        }

        var before = standing.Where(row => row.Lookup(Split.Program) == rules.Program.Id).ToDictionary(row => row.Text(Split.Key), StringComparer.Ordinal);
        foreach (var row in wanted)
            Write(row, before);

        foreach (var gone in before.Values)
            service.Delete(Split.Table, gone.Id);
    }

    /// <summary>Removes the rows of one program: nobody is credited with a deal that is lost or not under its rules.</summary>
    public void Clear(Guid program)
    {
        foreach (var row in standing.Where(row => row.Lookup(Split.Program) == program))
            service.Delete(Split.Table, row.Id);
    }

    // What is left over goes one unit each to the largest remainders, as it does for the money: the percentages add up to what they did.
    private static void RoundPercents(IReadOnlyCollection<Entity> rows)
    {
        var exact = rows.Select(row => (Row: row, Percent: row.GetAttributeValue<decimal>(Split.Percent))).ToList();
        foreach (var (row, percent) in exact)
            row[Split.Percent] = percent - percent % PercentUnit;

        var left = (int)Math.Round(exact.Sum(share => share.Percent % PercentUnit) / PercentUnit, MidpointRounding.AwayFromZero);
        foreach (var (row, _) in exact.OrderByDescending(share => share.Percent % PercentUnit).Take(left))
            row[Split.Percent] = row.GetAttributeValue<decimal>(Split.Percent) + PercentUnit;
    }

    private void Write(Entity wanted, Dictionary<string, Entity> before)
    {
        if (!before.TryGetValue(wanted.Text(Split.Key), out var row))
        {
            service.Create(wanted);
            return;
        }

        before.Remove(wanted.Text(Split.Key));
        if (IsSame(row, wanted))
            return;

        var change = new Entity(Split.Table, row.Id);
        foreach (var column in new[] { Split.Percent, Split.Amount, Split.IsFinal, Split.RuleName, Split.Reason, Split.Ruling })
            change[column] = wanted[column];

        service.Update(change);
    }

    private static bool IsSame(Entity row, Entity wanted) =>
        row.GetAttributeValue<decimal>(Split.Percent) == wanted.GetAttributeValue<decimal>(Split.Percent)
        && row.Amount(Split.Amount) == wanted.Amount(Split.Amount)
        && row.GetAttributeValue<bool>(Split.IsFinal) == wanted.GetAttributeValue<bool>(Split.IsFinal)
        && row.Text(Split.RuleName) == wanted.Text(Split.RuleName)
        && row.Text(Split.Reason) == wanted.Text(Split.Reason);

    private static Entity Row(
        Deal deal, RulesInForce rules, string owner, Guid? partner, string role, decimal percent, decimal amount, string reason) => new(Split.Table)
    {
        [Split.Key] = string.Join("|", rules.Program.Code, deal.Id.ToString("D", CultureInfo.InvariantCulture), owner, role),
        [Split.Name] = $"{owner}, {deal.Name}".Cut(NameLength),
        [Split.Program] = new EntityReference(Program.Table, rules.Program.Id),
        [Split.Opportunity] = new EntityReference(Opportunity.Table, deal.Id),
        [Split.Partner] = partner is { } id ? new EntityReference(Partner.Table, id) : null,
        [Split.Role] = role.Length == 0 ? null : Roles.OptionOf(role),
        [Split.IsHouse] = partner is null,
        [Split.Percent] = percent,
        [Split.Amount] = new Money(amount),
        [Split.IsFinal] = deal.IsWon,
        [Split.Reason] = reason.Cut(ReasonLength),
        [Split.Currency] = rules.Program.Currency,
    };
}

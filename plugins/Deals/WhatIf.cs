using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Deals;

/// <summary>What a deal would be with another amount, day or roster; the deal itself stays as it is.</summary>
/// <param name="Amount">The amount in the deal's currency; null for the deal's own.</param>
/// <param name="CloseDate">The day on which it would be closed; null for the deal's own.</param>
/// <param name="Roster">The partners as JSON (see <see cref="RosterReader"/>); null for the deal's own.</param>
internal sealed record WhatIf(decimal? Amount, DateTime? CloseDate, string? Roster)
{
    private const int MostPartners = 100;
    private const decimal LargestAmount = 922_337_203_685_477m;
    private const string SharesReason = "Preview";

    /// <param name="deal">The deal as it stands.</param>
    /// <param name="caller">The service with the rights of whoever asks, who has to be able to see the partners that he names.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="Refusal">Something of it can't be.</exception>
    public Deal Apply(Deal deal, IOrganizationService caller, DateTime today)
    {
        if (Amount is < 0m or > LargestAmount)
            throw DealText.NoAmount(Amount.Value);

        var roster = Roster is null ? null : Lines(Roster);
        var row = Copy(deal.Row);
        if (Amount is { } amount)
            row[deal.IsWon ? Opportunity.ActualValue : Opportunity.EstimatedValue] = new Money(amount);
        if (CloseDate is { } day)
            row[deal.IsWon ? Opportunity.ActualClose : Opportunity.EstimatedClose] = DateTime.SpecifyKind(day.Date, DateTimeKind.Unspecified);
        if (roster is not null && roster.Any(line => line.OwnPercent is not null) && row.Text(Opportunity.SharesReason).Length == 0)
            row[Opportunity.SharesReason] = SharesReason;

        return new Deal
        {
            Row = row,
            Roster = roster is null ? deal.Roster : Rows(roster, deal.Roster, caller, today),
            Registrations = deal.Registrations,
        };
    }

    private static IReadOnlyList<RosterLine> Lines(string text)
    {
        try
        {
            var lines = RosterReader.Read(text);
            if (lines.Count > MostPartners)
                throw DealText.TooManyPartners(lines.Count, MostPartners);
            if (lines.FirstOrDefault(line => !Roles.Names.Contains(line.Role, StringComparer.Ordinal)) is { } unknown)
                throw DealText.NoSuchRole(unknown.Role);
            if (lines.FirstOrDefault(line => line.Weight is < 0m or > 1_000_000m) is { } odd)
                throw DealText.NoWeight(odd.PartnerKey, odd.Weight!.Value);
            if (lines.FirstOrDefault(line => line.OwnPercent is < 0m or > 100m) is { } beyond)
                throw DealText.NoPercent(beyond.PartnerKey, beyond.OwnPercent!.Value);
            return lines;
        }
        catch (CaseFormatException e)
        {
            throw DealText.NoRoster(e.Message);
        }
    }

    private static List<Entity> Rows(IReadOnlyList<RosterLine> lines, IReadOnlyList<Entity> standing, IOrganizationService caller, DateTime today)
    {
        if (lines.Count == 0)
            return [];

        var partners = caller
            .All(Queries.From(Partner.Table, Participants.Columns)
                .Where(Partner.Code, ConditionOperator.In, lines.Select(line => (object)line.PartnerKey).Distinct().ToArray()))
            .ToDictionary(row => row.Text(Partner.Code), StringComparer.OrdinalIgnoreCase);
        return lines.Select(line => partners.TryGetValue(line.PartnerKey, out var partner)
            ? Row(line, partner, standing.FirstOrDefault(row => IsSame(row, partner.Id, line.Role)), today)
            : throw DealText.NoSuchPartner(line.PartnerKey)).ToList();
    }

    private static bool IsSame(Entity row, Guid partner, string role) =>
        row.Lookup(DealPartner.Partner) == partner && row.Option(DealPartner.Role) == Roles.OptionOf(role).Value;

    // Who stands on the roster already stays as he is in what is not said.
    private static Entity Row(RosterLine line, Entity partner, Entity? standing, DateTime today)
    {
        var row = standing is null ? new Entity(DealPartner.Table) { [DealPartner.EngagedOn] = today } : Copy(standing);
        row[DealPartner.Partner] = partner.ToEntityReference();
        row[DealPartner.Role] = Roles.OptionOf(line.Role);
        row[DealPartner.OwnPercent] = line.OwnPercent;
        if (line.Weight is { } weight)
            row[DealPartner.Weight] = weight;
        if (line.EngagedOn is { } day)
            row[DealPartner.EngagedOn] = day;
        foreach (var column in partner.Attributes)
            row[Participants.PartnerAlias + "." + column.Key] = new AliasedValue(Partner.Table, column.Key, column.Value);

        return row;
    }

    private static Entity Copy(Entity row)
    {
        var copy = new Entity(row.LogicalName, row.Id);
        foreach (var column in row.Attributes)
            copy[column.Key] = column.Value;

        return copy;
    }
}

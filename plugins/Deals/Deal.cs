using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Deals;

/// <summary>A deal as it stands in the CRM: the opportunity with its customer, roster and registrations.</summary>
internal sealed class Deal
{
    public required Entity Row { get; init; }

    public required IReadOnlyList<Entity> Roster { get; init; }

    public required IReadOnlyList<Entity> Registrations { get; init; }

    public Guid Id => Row.Id;

    public string Name => Row.Text(Opportunity.Name);

    public bool IsWon => Row.Option(Opportunity.State) == Opportunity.StateOf.Won;

    public bool IsLost => Row.Option(Opportunity.State) == Opportunity.StateOf.Lost;

    /// <summary>The customer, if it is a company.</summary>
    public Guid? Account =>
        Row.GetAttributeValue<EntityReference?>(Opportunity.Customer) is { LogicalName: Tables.Account.Table } customer ? customer.Id : null;

    /// <summary>The day as of which it is judged: the day it was won, else the day it is expected to close, else today.</summary>
    public DateTime BusinessDate(DateTime today) => BusinessDate(Row, today);

    /// <summary>The same of a row that has its state and its two dates.</summary>
    public static DateTime BusinessDate(Entity row, DateTime today) =>
        (row.Option(Opportunity.State) == Opportunity.StateOf.Won ? row.Date(Opportunity.ActualClose) : null)
        ?? row.Date(Opportunity.EstimatedClose) ?? today;

    /// <summary>Ids of all partners that a ruling may name, by code.</summary>
    public IReadOnlyDictionary<string, Guid> Partners()
    {
        var partners = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var row in Roster.Concat(Registrations))
            partners[row.Linked<string>(DealLoader.PartnerAlias, Partner.Code)!] = row.Lookup(DealPartner.Partner)!.Value;

        if (Row.Lookup(Opportunity.SourcingPartner) is { } sourcing && SourcingCode is { } code)
            partners[code] = sourcing;

        return partners;
    }

    /// <summary>The deal in the rules' own words and in the program's currency.</summary>
    public DealCase ToCase(RulesInForce rules, DateTime businessDate)
    {
        decimal Money(decimal amount) => InProgramCurrency(rules, amount, Row.Lookup(Opportunity.Currency),
            Row.GetAttributeValue<decimal?>(Opportunity.ExchangeRate));

        return new DealCase
        {
            Key = Row.Text(Opportunity.DealNumber) is { Length: > 0 } number ? number : Id.ToString("D"),
            Name = Name,
            BusinessDate = businessDate,
            Amount = Money(Row.Amount(IsWon ? Opportunity.ActualValue : Opportunity.EstimatedValue)),
            IsWon = IsWon,
            Fields = Fields(rules, Money, businessDate),
            Participants = Roster.Select(row => Participants.Of(row, DealPartner.Role, DealPartner.Weight, DealPartner.EngagedOn)).ToList(),
            OtherPartners = Others(),
            OwnShares = SharesOfOwn(),
            Registration = Registration(rules.Program.Id, businessDate),
        };
    }

    // A person set them if any partner has one. Without one, or with none of the deal, a partner gets nothing; the rest is the house's.
    private OwnShares? SharesOfOwn()
    {
        var set = Roster.Where(row => row.Contains(DealPartner.OwnPercent) && row[DealPartner.OwnPercent] is decimal).ToList();
        return set.Count == 0
            ? null
            : new OwnShares
            {
                Shares = set
                    .Select(row => new OwnShare(
                        row.Linked<string>(DealLoader.PartnerAlias, Partner.Code)!, Roles.NameOf(row.GetAttributeValue<OptionSetValue>(DealPartner.Role)!),
                        row.GetAttributeValue<decimal>(DealPartner.OwnPercent)))
                    .Where(share => share.Percent != 0m)
                    .ToList(),
                HousePercent = 100m - set.Sum(row => row.GetAttributeValue<decimal>(DealPartner.OwnPercent)),
                Reason = Row.Text(Opportunity.SharesReason),
                SetBy = Row.Linked<string>(DealLoader.SetByAlias, DealLoader.UserName),
            };
    }

    // Who registered or sourced the deal may be credited without standing on its roster.
    private List<PartnerFacts> Others() => Registrations
        .Select(row => row.Linked(DealLoader.PartnerAlias))
        .Concat([Row.Linked(DealLoader.SourcingAlias)])
        .Where(partner => partner.Text(Partner.Code).Length > 0)
        .Select(Participants.Facts)
        .Where(partner => Roster.All(row => row.Linked<string>(DealLoader.PartnerAlias, Partner.Code) != partner.Key))
        .GroupBy(partner => partner.Key, StringComparer.Ordinal)
        .OrderBy(partner => partner.Key, StringComparer.Ordinal)
        .Select(partner => partner.First())
        .ToList();

    private string? SourcingCode => Row.Linked<string>(DealLoader.SourcingAlias, Partner.Code);

    private Dictionary<string, FieldValue> Fields(RulesInForce rules, Func<decimal, decimal> money, DateTime businessDate)
    {
        var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        var customer = Row.Linked(DealLoader.CustomerAlias);
        DealLoader.OpportunityFields.Read(Row, fields, money, id => SourcingCode);
        DealLoader.ProductFields.Read(Row.Linked(DealLoader.ProductAlias), fields, money, _ => null);
        DealLoader.CustomerFields.Read(
            customer, fields, amount => InProgramCurrency(rules, amount, customer.Lookup(Opportunity.Currency),
                customer.GetAttributeValue<decimal?>(Opportunity.ExchangeRate)), _ => null);
        CustomerStatus.AsOf(customer, fields, businessDate);
        return fields;
    }

    // The one whose window holds the business date, else the earliest: at most one is approved unless roles differ.
    private RegistrationFacts? Registration(Guid program, DateTime businessDate)
    {
        var standing = Registrations
            .Where(row => (row.Lookup(DealRegistration.Program) ?? program) == program)
            .Select(ToFacts)
            .ToList();
        return standing.FirstOrDefault(facts => facts.IsProtectedOn(businessDate)) ?? standing.FirstOrDefault();
    }

    private static RegistrationFacts ToFacts(Entity row)
    {
        var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        DealLoader.RegistrationFields.Read(row, fields, amount => amount, _ => null);
        return new RegistrationFacts
        {
            PartnerKey = row.Linked<string>(DealLoader.PartnerAlias, Partner.Code)!,
            PartnerName = row.Linked<string>(DealLoader.PartnerAlias, Partner.Name),
            Role = row.GetAttributeValue<OptionSetValue?>(DealRegistration.Role) is { } role ? Roles.NameOf(role) : null,
            ProtectedFrom = row.Date(DealRegistration.ProtectedFrom),
            ProtectedUntil = row.Date(DealRegistration.ProtectedUntil),
            Fields = fields,
        };
    }

    private static decimal InProgramCurrency(RulesInForce rules, decimal amount, Guid? currency, decimal? rate) =>
        rules.Program.Convert(amount, currency, rate, rules.Rules.MinorDigits);
}

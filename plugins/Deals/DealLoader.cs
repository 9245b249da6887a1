using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Deals;

/// <summary>Loads a deal in three queries, however many partners and registrations it has.</summary>
internal sealed class DealLoader(IOrganizationService service)
{
    public const string CustomerAlias = "customer";
    public const string ProductAlias = "product";
    public const string SourcingAlias = "sourcing";
    public const string SetByAlias = "setby";
    public const string UserName = "fullname";
    public const string PartnerAlias = Participants.PartnerAlias;

    public static VocabularyFields OpportunityFields { get; } = new(Opportunity.Table);

    public static VocabularyFields CustomerFields { get; } = new(Account.Table);

    public static VocabularyFields ProductFields { get; } = new(Product.Table);

    public static VocabularyFields RegistrationFields { get; } = new(DealRegistration.Table);

    private static readonly string[] OpportunityColumns = Distinct(OpportunityFields.Columns,
        Opportunity.Name, Opportunity.Customer, Opportunity.EstimatedValue, Opportunity.ActualValue, Opportunity.EstimatedClose,
        Opportunity.ActualClose, Opportunity.Currency, Opportunity.ExchangeRate, Opportunity.DealNumber, Opportunity.SourcingPartner,
        Opportunity.State, Opportunity.SharesReason, Opportunity.SharesSetBy);

    private static readonly string[] CustomerColumns =
        Distinct(CustomerFields.Columns, Account.Name, Account.CustomerStatusSince, Opportunity.Currency, Opportunity.ExchangeRate);

    private static readonly string[] RegistrationColumns = Distinct(RegistrationFields.Columns,
        DealRegistration.Program, DealRegistration.Opportunity, DealRegistration.Partner, DealRegistration.Role, DealRegistration.ProtectedFrom,
        DealRegistration.ProtectedUntil);

    /// <summary>The deal, or null if it is gone.</summary>
    /// <param name="opportunity">Its row.</param>
    /// <param name="isNew">Whether it was created by this very event, so that nothing can hang on it yet.</param>
    public Deal? Load(Guid opportunity, bool isNew) => service.First(Deals().Where(Opportunity.Id, opportunity)) is not { } row
        ? null
        : new Deal
        {
            Row = row,
            Roster = isNew ? [] : service.All(Roster().Where(DealPartner.Opportunity, opportunity)),
            Registrations = isNew ? [] : service.All(Registrations().Where(DealRegistration.Opportunity, opportunity)),
        };

    /// <summary>Deals with their customer, product and sourcing partner.</summary>
    public static QueryExpression Deals()
    {
        var query = Queries.From(Opportunity.Table, OpportunityColumns);
        query.Outer(Opportunity.Customer, Account.Table, Account.Id, CustomerAlias, CustomerColumns);
        query.Outer(Opportunity.Product, Product.Table, Product.Id, ProductAlias, [.. ProductFields.Columns]);
        query.Outer(Opportunity.SourcingPartner, Partner.Table, Partner.Id, SourcingAlias, Participants.Columns);
        query.Outer(Opportunity.SharesSetBy, "systemuser", "systemuserid", SetByAlias, UserName);
        return query;
    }

    /// <summary>Partners of deals; a row that was set to Inactive does not count.</summary>
    public static QueryExpression Roster() => Queries
        .From(DealPartner.Table, DealPartner.Opportunity, DealPartner.Partner, DealPartner.Role, DealPartner.Weight, DealPartner.OwnPercent,
            DealPartner.EngagedOn, "createdon")
        .Where(DealPartner.State, DealPartner.StateOf.Active)
        .WithPartner(DealPartner.Partner);

    /// <summary>The registrations that protect a deal, the earliest first.</summary>
    // A registration that led to the won deal protects it for ever; the other end states protect nothing.
    public static QueryExpression Registrations()
    {
        var query = Queries.From(DealRegistration.Table, RegistrationColumns)
            .Where(DealRegistration.Status, ConditionOperator.In,
                DealRegistration.StatusOf.Approved, DealRegistration.StatusOf.Extended, DealRegistration.StatusOf.Won)
            .WithPartner(DealRegistration.Partner);
        query.AddOrder(DealRegistration.ProtectedFrom, OrderType.Ascending);
        query.AddOrder(DealRegistration.Number, OrderType.Ascending);
        return query;
    }

    private static string[] Distinct(IEnumerable<string> columns, params string[] more) =>
        columns.Concat(more).Distinct(StringComparer.Ordinal).ToArray();
}

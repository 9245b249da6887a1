using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>
/// Finds the approved registration that stands against approving another: same customer, a shared product (a registration without
/// one claims them all), overlapping windows. Two partners in different roles who are both on the deal's roster share the deal and
/// are no conflict.
/// </summary>
internal sealed class RegistrationConflict(IOrganizationService service)
{
    /// <param name="candidate">The registration to be approved.</param>
    /// <param name="terms">The program's terms.</param>
    /// <param name="from">First day that it would protect.</param>
    /// <param name="until">Last day that it would protect.</param>
    /// <exception cref="Refusal">There is a conflict; the message names it.</exception>
    public void Refuse(Entity candidate, RegistrationTerms terms, DateTime from, DateTime until)
    {
        var rivals = service.All(Rivals(candidate, from, until)).Where(rival => ShareAProduct(candidate, rival, terms)).ToList();
        var roster = rivals.Count > 0 ? Roster(candidate.Lookup(DealRegistration.Opportunity)) : [];
        foreach (var rival in rivals.Where(rival => !ShareTheDeal(candidate, rival, roster)))
            throw RegistrationText.Conflict(
                candidate.Text(DealRegistration.Number), rival.Text(DealRegistration.Number),
                rival.Linked<string>(Participants.PartnerAlias, Partner.Name) ?? "another partner",
                rival.Date(DealRegistration.ProtectedFrom)!.Value, rival.Date(DealRegistration.ProtectedUntil)!.Value);
    }

    private static QueryExpression Rivals(Entity candidate, DateTime from, DateTime until)
    {
        var query = Queries
            .From(DealRegistration.Table, DealRegistration.Number, DealRegistration.Partner, DealRegistration.Product, DealRegistration.Role,
                DealRegistration.ProtectedFrom, DealRegistration.ProtectedUntil)
            .Where(DealRegistration.Customer, candidate.Lookup(DealRegistration.Customer)!.Value)
            .Where(DealRegistration.Id, ConditionOperator.NotEqual, candidate.Id)
            .Where(DealRegistration.Status, ConditionOperator.In, DealRegistration.StatusOf.Approved, DealRegistration.StatusOf.Extended)
            .Where(DealRegistration.ProtectedFrom, ConditionOperator.LessEqual, until)
            .Where(DealRegistration.ProtectedUntil, ConditionOperator.GreaterEqual, from)
            .WithPartner(DealRegistration.Partner);
        query.AddOrder(DealRegistration.Number, OrderType.Ascending);
        return query;
    }

    private List<Entity> Roster(Guid? opportunity) => opportunity is { } deal
        ? service.All(Queries.From(DealPartner.Table, DealPartner.Partner)
            .Where(DealPartner.Opportunity, deal)
            .Where(DealPartner.State, DealPartner.StateOf.Active))
        : [];

    private static bool ShareAProduct(Entity candidate, Entity rival, RegistrationTerms terms) =>
        !terms.ConflictOnAnySameProduct
        || candidate.Lookup(DealRegistration.Product) is not { } mine
        || rival.Lookup(DealRegistration.Product) is not { } theirs
        || mine == theirs;

    private static bool ShareTheDeal(Entity candidate, Entity rival, List<Entity> roster) =>
        candidate.Option(DealRegistration.Role) is { } mine
        && rival.Option(DealRegistration.Role) is { } theirs
        && mine != theirs
        && IsOn(roster, candidate.Lookup(DealRegistration.Partner))
        && IsOn(roster, rival.Lookup(DealRegistration.Partner));

    private static bool IsOn(List<Entity> roster, Guid? partner) => roster.Any(row => row.Lookup(DealPartner.Partner) == partner);
}

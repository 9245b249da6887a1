using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using static CrmAddon.Plugins.Tables.DealRegistration;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>Says whether a registration may become what somebody asks of it.</summary>
internal sealed class RegistrationChecks(IOrganizationService service, DateTime today)
{
    /// <param name="before">The registration as it is.</param>
    /// <param name="after">The registration as it would be.</param>
    /// <exception cref="Refusal">It may not; the message says why and what to do.</exception>
    public void Check(Entity before, Entity after)
    {
        var from = before.Option(Status) ?? StatusOf.Draft;
        var to = after.Option(Status) ?? StatusOf.Draft;
        if (RegistrationMoves.IsFinal(from) && !IsDated(before, after))
            throw RegistrationText.IsFinal(before.Text(Number), from);

        if (from == to)
            return;

        if (!RegistrationMoves.Allows(from, to))
            throw RegistrationText.NoSuchMove(before.Text(Number), from, to);

        switch (to)
        {
            case StatusOf.Submitted: CheckComplete(after); break;
            case StatusOf.Approved: CheckConflict(after); break;
            case StatusOf.Extended: CheckExtensions(after); break;
            case StatusOf.Rejected when after.Option(RejectionReason) is null: throw RegistrationText.NoReason(after.Text(Number));
        }
    }

    // Who rejected it and when is noted right after it.
    private static bool IsDated(Entity before, Entity after) =>
        before.Lookup(DecidedBy) is null
        && Changes.Of(before, after).ToList() is var changed
        && changed.Contains(DecidedBy)
        && changed.All(column => column is DecidedBy or DecidedOn);

    private static void CheckComplete(Entity registration)
    {
        if (registration.Lookup(DealRegistration.Partner) is null)
            throw RegistrationText.NoPartner(registration.Text(Number));
        if (registration.Lookup(Customer) is null)
            throw RegistrationText.NoCustomer(registration.Text(Number));
    }

    private void CheckConflict(Entity registration)
    {
        CheckComplete(registration);
        var first = ProtectionTerms.FirstDay(registration, today);
        var terms = ProtectionTerms.Of(service, registration, first);
        new RegistrationConflict(service).Refuse(registration, terms, first, ProtectionTerms.LastDay(terms, first));
    }

    private void CheckExtensions(Entity registration)
    {
        var terms = ProtectionTerms.Of(service, registration, ProtectionTerms.FirstDay(registration, today));
        if ((registration.GetAttributeValue<int?>(Extensions) ?? 0) >= terms.MaxExtensions)
            throw RegistrationText.NoMoreExtensions(registration.Text(Number), terms.MaxExtensions);
    }
}

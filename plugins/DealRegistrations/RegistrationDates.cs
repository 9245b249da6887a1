using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using static CrmAddon.Plugins.Tables.DealRegistration;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>
/// Dates what happened to a registration, notes who decided it, and opens or lengthens its protection. A change of state reaches plug-ins apart from
/// other columns, so the dates are an update of their own, in the same transaction.
/// </summary>
internal sealed class RegistrationDates(IOrganizationService service, DateTime today, Guid user)
{
    /// <param name="registration">The registration in its new state; the dates are written to it too.</param>
    public void Write(Entity registration)
    {
        var change = new Entity(DealRegistration.Table, registration.Id);
        switch (registration.Option(Status))
        {
            case StatusOf.Submitted when registration.Date(SubmittedOn) is null:
                change[SubmittedOn] = today;
                break;
            case StatusOf.Approved:
                var first = ProtectionTerms.FirstDay(registration, today);
                change[DecidedOn] = first;
                change[DecidedBy] = new EntityReference("systemuser", user);
                change[ProtectedFrom] = first;
                change[ProtectedUntil] = ProtectionTerms.LastDay(ProtectionTerms.Of(service, registration, first), first);
                break;
            case StatusOf.Extended:
                var terms = ProtectionTerms.Of(service, registration, ProtectionTerms.FirstDay(registration, today));
                change[Extensions] = (registration.GetAttributeValue<int?>(Extensions) ?? 0) + 1;
                change[ProtectedUntil] = registration.Date(ProtectedUntil)!.Value.AddDays(terms.ExtendDays);
                break;
            case StatusOf.Rejected:
                change[DecidedOn] = registration.Date(DecidedOn) ?? today;
                change[DecidedBy] = new EntityReference("systemuser", user);
                break;
        }

        if (change.Attributes.Count == 0)
            return;

        service.Update(change);
        foreach (var column in change.Attributes)
            registration[column.Key] = column.Value;
    }
}

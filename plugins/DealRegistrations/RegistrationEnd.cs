using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>
/// Ends the registrations of a deal that was decided: with a won deal those that protected it, with a lost deal all live ones.
/// One that was never decided stays open after a win, for the partner manager to decide.
/// </summary>
internal sealed class RegistrationEnd(IOrganizationService service)
{
    public void Follow(Guid opportunity, bool isWon)
    {
        object[] ending = isWon
            ? [DealRegistration.StatusOf.Approved, DealRegistration.StatusOf.Extended]
            : RegistrationMoves.Live.Cast<object>().ToArray();
        var rows = service.All(Queries
            .From(DealRegistration.Table, DealRegistration.Id)
            .Where(DealRegistration.Opportunity, opportunity)
            .Where(DealRegistration.Status, ConditionOperator.In, ending));
        foreach (var row in rows)
            service.Update(new Entity(DealRegistration.Table, row.Id)
            {
                [DealRegistration.State] = new OptionSetValue(DealRegistration.StateOf.Ended),
                [DealRegistration.Status] = new OptionSetValue(isWon ? DealRegistration.StatusOf.Won : DealRegistration.StatusOf.Lost),
            });
    }
}

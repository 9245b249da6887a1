using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Deals;

/// <summary>Notes on a deal who last set its own shares.</summary>
internal static class SharesSetBy
{
    /// <summary>Notes the person who caused the event; nothing where the deal itself is gone.</summary>
    public static void Note(PluginEvent happened, Guid deal)
    {
        if (happened.Service.First(Queries.From(Opportunity.Table, Opportunity.Id).Where(Opportunity.Id, deal)) is not null)
            happened.Service.Update(new Entity(Opportunity.Table, deal) { [Opportunity.SharesSetBy] = UserOf(happened) });
    }

    public static EntityReference UserOf(PluginEvent happened) => new("systemuser", happened.UserId);
}

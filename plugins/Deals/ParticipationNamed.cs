using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Deals;

/// <summary>A roster row and an engagement are named after who takes part, so that lookups and timelines show more than a blank.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0d01", Message = "Create", Table = DealPartner.Table, Stage = Stage.PreOperation)]
[Step(RosterStep, Message = "Update", Table = DealPartner.Table, Stage = Stage.PreOperation, Filter = OfRoster)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a71", StepId = RosterStep, Alias = "before", Columns = OfRoster)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0d03", Message = "Create", Table = Engagement.Table, Stage = Stage.PreOperation)]
[Step(EngagementStep, Message = "Update", Table = Engagement.Table, Stage = Stage.PreOperation, Filter = OfEngagement)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a72", StepId = EngagementStep, Alias = "before", Columns = OfEngagement)]
public sealed class ParticipationNamed : EventPlugin
{
    // Both tables call the columns that they share alike.
    private const string OfRoster = DealPartner.Partner + "," + DealPartner.Role;
    private const string OfEngagement = Engagement.Customer + "," + OfRoster;
    private const string RosterStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0d02";
    private const string EngagementStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0d04";
    private const string Name = "cov_name";
    private const int NameLength = 200;

    private protected override void Answer(PluginEvent happened)
    {
        if (happened.Target.Text(Name).Length > 0)
            return;

        var row = happened.After();
        var parts = new[]
        {
            NameOf(happened.Service, row, Engagement.Customer, Account.Name),
            NameOf(happened.Service, row, DealPartner.Partner, Partner.Name),
            row.GetAttributeValue<OptionSetValue?>(DealPartner.Role) is { } role ? Roles.NameOf(role) : "",
        };
        happened.Target[Name] = string.Join(" · ", parts.Where(part => part.Length > 0)).Cut(NameLength);
    }

    private static string NameOf(IOrganizationService service, Entity row, string lookup, string name) =>
        row.GetAttributeValue<EntityReference?>(lookup) is { } named && named.Id != Guid.Empty
            ? service.Retrieve(named.LogicalName, named.Id, new ColumnSet(name)).Text(name)
            : "";
}

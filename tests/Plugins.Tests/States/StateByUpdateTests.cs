using CrmAddon.Plugins.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.States;

/// <summary>The retired message that changes a state; the Web API doesn't have it, so a client over the wire can't send it.</summary>
[TestClass]
public sealed class StateByUpdateTests
{
    [TestMethod]
    public void A_state_is_not_changed_past_the_checks()
    {
        using var world = new World();
        var draft = world.Draft(Repository.Rules("cloud-infrastructure.rules"), "2026-03");
        Assert.StartsWith("Change the state of cov_ruleversion by updating", World.Refusal(() => world.Service.Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference(RuleVersion.Table, draft),
            State = new OptionSetValue(RuleVersion.StateOf.Final),
            Status = new OptionSetValue(RuleVersion.StatusOf.Published),
        })));
    }

    [TestMethod]
    [DataRow(StatementRow.Table)]
    [DataRow(Period.Table)]
    [DataRow(Entry.Table)]
    [DataRow(WorkItem.Table)]
    [DataRow(Engagement.Table)]
    [DataRow(DealPartner.Table)]
    public void Nor_is_that_of_money_and_of_the_work_that_makes_it(string table)
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        var skyops = world.Partner("Skyops");
        world.Engage(customer, skyops, "MSP", "2026-01-01");
        world.Join(world.Deal(customer, 18_000m), skyops, "MSP");
        world.Use(customer, "2026-01", 1_000m);
        world.Settle();
        world.Close("2026-01");
        Assert.StartsWith("Change the state of " + table + " by updating", World.Refusal(() => world.Service.Execute(new SetStateRequest
        {
            EntityMoniker = world.Rows(table)[0].ToEntityReference(),
            State = new OptionSetValue(1),
            Status = new OptionSetValue(-1),
        })));
    }
}

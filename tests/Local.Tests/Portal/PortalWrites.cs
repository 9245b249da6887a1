using System;
using CrmAddon.Local.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static CrmAddon.Local.Tests.Portal.PortalWorld;

namespace CrmAddon.Local.Tests.Portal;

[TestClass]
public sealed class PortalWrites
{
    [TestMethod]
    public void Creating_takes_the_permission_to_create()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");
        site.Permit("account", Scope.Global, "r");

        Refused(403, "90040103", "create account", () => site.As(site.Carla).Create(new Entity("account") { ["name"] = "New" }));
        site.Permit("account", Scope.Global, "c");
        site.As(site.Carla).Create(new Entity("account") { ["name"] = "New" });

        Assert.AreEqual("Contoso, Fabrikam, New", site.Names(site.Carla, "account", "name"));
    }

    [TestMethod]
    public void A_new_row_must_be_in_scope()
    {
        using var site = new PortalWorld();
        site.Open("contact", "lastname,parentcustomerid");
        site.Open("account", "name");
        site.Permit("contact", Scope.Account, "rcat", "contact_customer_accounts");
        site.Permit("account", Scope.Global, "rt");
        Entity New(Guid account) => new("contact") { ["lastname"] = "New", ["parentcustomerid"] = new EntityReference("account", account) };

        Refused(403, "90040103", "contact", () => site.As(site.Carla).Create(New(site.Fabrikam)));
        site.As(site.Carla).Create(New(site.Contoso));

        Assert.AreEqual("Carla, Colin, New", site.Names(site.Carla, "contact", "lastname"));
        Assert.AreEqual("Fred", site.Names(site.Fred, "contact", "lastname"), "the refused row was taken back");
    }

    [TestMethod]
    public void Changing_takes_the_permission_to_write_on_that_row()
    {
        using var site = new PortalWorld();
        site.Open("contact", "lastname");
        site.Permit("contact", Scope.Global, "r");
        site.Permit("contact", Scope.Self, "w");

        site.As(site.Carla).Update(new Entity("contact", site.Carla) { ["lastname"] = "Changed" });
        Refused(403, "90040102", "update contact", () => site.As(site.Carla).Update(new Entity("contact", site.Colin) { ["lastname"] = "Changed" }));

        Assert.AreEqual("Changed, Colin, Fred", site.Names(site.Carla, "contact", "lastname"));
    }

    [TestMethod]
    public void Deleting_takes_the_permission_to_delete_that_row()
    {
        using var site = new PortalWorld();
        site.Open("contact", "lastname");
        site.Permit("contact", Scope.Account, "rd", "contact_customer_accounts");

        Refused(403, "90040104", "delete contact", () => site.As(site.Carla).Delete("contact", site.Fred));
        site.As(site.Carla).Delete("contact", site.Colin);

        Assert.AreEqual("Carla", site.Names(site.Carla, "contact", "lastname"));
    }

    [TestMethod]
    public void Pointing_to_a_row_takes_append_here_and_append_to_there()
    {
        using var site = new PortalWorld();
        site.Open("contact", "lastname,parentcustomerid");
        site.Open("account", "name");
        site.Permit("contact", Scope.Self, "rw");
        void Move() => site.As(site.Carla).Update(
            new Entity("contact", site.Carla) { ["parentcustomerid"] = new EntityReference("account", site.Fabrikam) });

        Refused(403, "90040105", "associate or disassociate entity contact with account", Move);
        site.Permit("contact", Scope.Self, "a");
        Refused(403, "90040106", "associate or disassociate entity contact to account", Move);
        site.Permit("account", Scope.Global, "t");
        Move();

        Assert.AreEqual(
            site.Fabrikam, site.Service.Retrieve("contact", site.Carla, new ColumnSet("parentcustomerid")).GetAttributeValue<EntityReference>("parentcustomerid")!.Id);
    }

    [TestMethod]
    public void Relating_rows_takes_the_same()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");
        site.Open("contact", "lastname");
        site.Permit("contact", Scope.Self, "a");
        void Relate() => site.As(site.Carla).Associate(
            "contact", site.Carla, new Relationship("contact_customer_accounts"), [new EntityReference("account", site.Fabrikam)]);

        Refused(403, "90040106", "contact to account", Relate);
        site.Permit("account", Scope.Global, "t");
        Relate();

        Assert.AreEqual(
            site.Fabrikam, site.Service.Retrieve("contact", site.Carla, new ColumnSet("parentcustomerid")).GetAttributeValue<EntityReference>("parentcustomerid")!.Id);
    }

    [TestMethod]
    public void Columns_that_the_site_does_not_open_are_refused_wherever_they_stand()
    {
        using var site = new PortalWorld();
        site.Open("account", "name, websiteurl");
        site.Permit("account", Scope.Global, "rwc");
        var portal = site.As(site.Carla);

        Refused(403, "90040101", "Attribute telephone1 in entity account", () => portal.Retrieve("account", site.Contoso, new ColumnSet("telephone1")));
        Refused(403, "90040101", "telephone1", () => portal.Create(new Entity("account") { ["name"] = "New", ["telephone1"] = "1" }));
        Refused(403, "90040101", "telephone1", () => portal.Update(new Entity("account", site.Contoso) { ["telephone1"] = "1" }));
        Refused(403, "90040101", "telephone1", () => portal.RetrieveMultiple(new QueryExpression("account")
        {
            ColumnSet = new ColumnSet("name"),
            Criteria = { Conditions = { new ConditionExpression("telephone1", ConditionOperator.NotNull) } },
        }));
        Refused(403, "90040101", "telephone1", () => portal.RetrieveMultiple(new FetchExpression(
            "<fetch><entity name='account'><attribute name='name'/><order attribute='telephone1'/></entity></fetch>")));
        Refused(403, "90040101", "Attribute * in entity account", () => portal.Retrieve("account", site.Contoso, new ColumnSet(true)));
        Refused(403, "90040101", "Attribute * in entity account", () => portal.RetrieveMultiple(new QueryExpression("account") { ColumnSet = new ColumnSet(true) }));
        Refused(400, "90040100", "nosuch", () => portal.Retrieve("account", site.Contoso, new ColumnSet("nosuch")));
    }

    [TestMethod]
    public void The_star_opens_no_column()
    {
        using var site = new PortalWorld();
        site.Open("account", "*");
        site.Permit("account", Scope.Global, "r");

        Refused(403, "90040101", "name", () => site.Names(site.Carla, "account", "name"));
    }

    [TestMethod]
    public void An_empty_row_is_not_created()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");
        site.Permit("account", Scope.Global, "c");

        Refused(400, "900400FF", "No attributes", () => site.As(site.Carla).Create(new Entity("account")));
    }

    [TestMethod]
    public void Nothing_is_written_beside_the_row_that_is_asked_about()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");
        site.Permit("account", Scope.Global, "rwc");
        var portal = site.As(site.Carla);
        Entity With(Entity account)
        {
            account.RelatedEntities[new Relationship("contact_customer_accounts")] =
                new EntityCollection([new Entity("contact") { ["lastname"] = "Beside" }]) { EntityName = "contact" };
            return account;
        }

        World.Refused(ErrorCodes.InvalidArgument, "one by one", () => portal.Create(With(new Entity("account") { ["name"] = "New" })));
        World.Refused(ErrorCodes.InvalidArgument, "one by one", () => portal.Update(With(new Entity("account", site.Contoso) { ["name"] = "New" })));
        Refused(403, "90040101", "accountnumber", () => portal.Create(new Entity("account", "accountnumber", "7") { ["name"] = "New" }));
        Refused(403, "90040101", "accountnumber", () => portal.Update(new Entity("account", "accountnumber", "7") { ["name"] = "New" }));
    }

    [TestMethod]
    public void What_a_failing_step_traced_is_kept()
    {
        using var site = new PortalWorld(plugins: true);
        site.Open("fix_contract", "fix_text");
        site.Permit("fix_contract", Scope.Global, "rc");
        var organization = site.Service.RetrieveMultiple(new QueryExpression("organization")).Entities[0].Id;
        site.Service.Update(new Entity("organization", organization) { ["plugintracelogsetting"] = new OptionSetValue(1) });

        World.Refused(ErrorCodes.IsvAborted, "Enough.", () => site.As(site.Carla).Create(new Entity("fix_contract") { ["fix_text"] = "talk" }));

        Assert.HasCount(1, site.Service.RetrieveMultiple(new QueryExpression("plugintracelog")).Entities);
    }

    [TestMethod]
    public void What_Dataverse_refuses_comes_through()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");
        site.Permit("account", Scope.Global, "c");

        World.Refused(unchecked((int)0x80044331), "name", () => site.As(site.Carla).Create(new Entity("account") { ["name"] = new string('x', 1000) }));
    }
}

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static CrmAddon.Local.Tests.Portal.PortalWorld;

namespace CrmAddon.Local.Tests.Portal;

[TestClass]
public sealed class TablePermissions
{
    private const string ContactsAccount = "contact_customer_accounts";
    private const string OpportunityAccount = "opportunity_customer_accounts";
    private const string OpportunityContact = "opportunity_customer_contacts";

    [TestMethod]
    public void A_table_that_the_site_does_not_open_is_not_there()
    {
        using var site = new PortalWorld();
        site.Permit("account", Scope.Global, "r");

        Refused(404, "9004010C", "accounts", () => site.Names(site.Carla, "account", "name"));
    }

    [TestMethod]
    public void Without_a_permission_nothing_is_read()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");

        Refused(403, "90040120", "permission to read account", () => site.Names(site.Carla, "account", "name"));
    }

    [TestMethod]
    public void A_permission_to_write_is_none_to_read()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");
        site.Permit("account", Scope.Global, "w");

        Refused(403, "90040120", "account", () => site.Names(site.Carla, "account", "name"));
    }

    [TestMethod]
    public void Global_gives_all_rows()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");
        site.Permit("account", Scope.Global, "r");

        Assert.AreEqual("Contoso, Fabrikam", site.Names(site.Carla, "account", "name"));
    }

    [TestMethod]
    public void Account_gives_the_rows_of_the_contacts_account()
    {
        using var site = new PortalWorld();
        site.Open("contact", "fullname,lastname");
        site.Permit("contact", Scope.Account, "r", ContactsAccount);

        Assert.AreEqual("Carla, Colin", site.Names(site.Carla, "contact", "lastname"));
        Assert.AreEqual("Fred", site.Names(site.Fred, "contact", "lastname"));
    }

    [TestMethod]
    public void Account_gives_the_deals_of_the_contacts_account()
    {
        using var site = new PortalWorld();
        site.Open("opportunity", "name");
        site.Permit("opportunity", Scope.Account, "r", OpportunityAccount);
        Deal(site, "ours", "account", site.Contoso);
        Deal(site, "theirs", "account", site.Fabrikam);
        Deal(site, "a contact's", "contact", site.Carla);

        Assert.AreEqual("ours", site.Names(site.Carla, "opportunity", "name"));
    }

    [TestMethod]
    public void Contact_gives_the_rows_of_the_contact()
    {
        using var site = new PortalWorld();
        site.Open("opportunity", "name");
        site.Permit("opportunity", Scope.Contact, "r", OpportunityContact);
        Deal(site, "Carla's", "contact", site.Carla);
        Deal(site, "Colin's", "contact", site.Colin);

        Assert.AreEqual("Carla's", site.Names(site.Carla, "opportunity", "name"));
    }

    [TestMethod]
    public void Self_gives_the_contact_alone()
    {
        using var site = new PortalWorld();
        site.Open("contact", "lastname");
        site.Permit("contact", Scope.Self, "r");

        Assert.AreEqual("Carla", site.Names(site.Carla, "contact", "lastname"));
    }

    [TestMethod]
    public void Parent_gives_the_rows_below_those_of_another_permission()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");
        site.Open("opportunity", "name");
        var accounts = site.Permit("account", Scope.Contact, "r", "account_primary_contact");
        site.Permit("opportunity", Scope.Parent, "r", OpportunityAccount, accounts);
        site.Service.Update(new Entity("account", site.Contoso) { ["primarycontactid"] = new EntityReference("contact", site.Carla) });
        Deal(site, "ours", "account", site.Contoso);
        Deal(site, "theirs", "account", site.Fabrikam);

        Assert.AreEqual("ours", site.Names(site.Carla, "opportunity", "name"));
        Assert.AreEqual(string.Empty, site.Names(site.Colin, "opportunity", "name"));
    }

    [TestMethod]
    public void A_parent_counts_only_where_the_visitors_role_has_it_as_well()
    {
        using var site = new PortalWorld();
        site.Open("opportunity", "name");
        var other = site.Service.Create(new Entity("adx_webrole") { ["adx_name"] = "Other" });
        var accounts = site.Permit("account", Scope.Global, "r", role: other);
        site.Permit("opportunity", Scope.Parent, "r", OpportunityAccount, accounts);
        Deal(site, "ours", "account", site.Contoso);

        Assert.AreEqual(string.Empty, site.Names(site.Carla, "opportunity", "name"));
    }

    [TestMethod]
    public void Permissions_add_up()
    {
        using var site = new PortalWorld();
        site.Open("opportunity", "name");
        site.Permit("opportunity", Scope.Account, "r", OpportunityAccount);
        site.Permit("opportunity", Scope.Contact, "r", OpportunityContact);
        Deal(site, "account's", "account", site.Contoso);
        Deal(site, "contact's", "contact", site.Carla);

        Assert.AreEqual("account's, contact's", site.Names(site.Carla, "opportunity", "name"));
    }

    [TestMethod]
    public void A_permission_that_is_inactive_counts_for_nothing()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");
        var permission = site.Permit("account", Scope.Global, "r");
        site.Service.Update(new Entity("adx_entitypermission", permission) { ["statecode"] = new OptionSetValue(1) });

        Refused(403, "90040120", "account", () => site.Names(site.Carla, "account", "name"));
    }

    [TestMethod]
    public void Roles_come_from_the_contact_the_account_and_from_being_signed_in()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");
        Guid signedIn = site.Service.Create(new Entity("adx_webrole") { ["adx_name"] = "Signed in", ["adx_authenticatedusersrole"] = true });
        site.Permit("account", Scope.Global, "r", role: signedIn);
        var guest = site.Contact("Guest", site.Fabrikam);

        Assert.AreEqual("Contoso, Fabrikam", site.Names(guest, "account", "name"));
        Refused(403, "90040120", "account", () => site.Names(null, "account", "name"));
    }

    [TestMethod]
    public void A_visitor_who_is_not_signed_in_has_the_role_of_anonymous_visitors()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");
        Guid anonymous = site.Service.Create(new Entity("adx_webrole") { ["adx_name"] = "Anonymous", ["adx_anonymoususersrole"] = true });
        site.Permit("account", Scope.Global, "r", role: anonymous);

        Assert.AreEqual("Contoso, Fabrikam", site.Names(null, "account", "name"));
    }

    [TestMethod]
    public void A_joined_table_shows_only_what_its_own_permissions_give()
    {
        using var site = new PortalWorld();
        site.Open("account", "name");
        site.Open("contact", "lastname,parentcustomerid");
        site.Permit("account", Scope.Global, "r");
        site.Permit("contact", Scope.Self, "r");
        var query = new QueryExpression("account") { ColumnSet = new ColumnSet("name") };
        query.AddLink("contact", "accountid", "parentcustomerid").Columns = new ColumnSet("lastname");

        var rows = site.As(site.Carla).RetrieveMultiple(query).Entities;

        Assert.HasCount(1, rows);
        Assert.AreEqual("Contoso", rows[0]["name"]);
    }

    [TestMethod]
    public void A_row_out_of_scope_is_not_there()
    {
        using var site = new PortalWorld();
        site.Open("contact", "lastname");
        site.Permit("contact", Scope.Self, "r");

        Assert.AreEqual("Carla", site.As(site.Carla).Retrieve("contact", site.Carla, new ColumnSet("lastname"))["lastname"]);
        Refused(404, "9004010C", "contacts", () => site.As(site.Carla).Retrieve("contact", site.Colin, new ColumnSet("lastname")));
    }

    [TestMethod]
    public void The_portals_own_tables_are_closed()
    {
        using var site = new PortalWorld();
        site.Open("adx_webrole", "adx_name");
        site.Permit("adx_webrole", Scope.Global, "r");

        Refused(404, "9004010E", "adx_webrole", () => site.Names(site.Carla, "adx_webrole", "adx_name"));
    }

    private static void Deal(PortalWorld site, string name, string table, Guid customer) => site.Service.Create(new Entity("opportunity")
    {
        ["name"] = name,
        ["customerid"] = new EntityReference(table, customer),
    });
}

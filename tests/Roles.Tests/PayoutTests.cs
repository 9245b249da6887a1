using System;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Roles.Tests;

/// <summary>A month is closed by one and its statements approved by another, tried with holders of the roles.</summary>
[TestClass]
public sealed class PayoutTests
{
    private const int Closing = 770000000;
    private const int Approved = 770000000;
    private const string OwnPartner = "You manage Skyops, or did when this was issued, so you can't approve or pay its statement Skyops 2026-01.";
    private const string Missing = "is missing prv";

    [TestMethod]
    public void A_partner_manager_closes_by_the_custom_api_alone()
    {
        using var office = new Office();
        var books = new Books(office);
        var period = office.Row("cov_period", "cov_programid", office.Program)!.Id;
        foreach (var user in new[] { office.Max, office.Import })
            foreach (var (state, status) in new[] { (0, Closing), (1, 2) })
                Assert.StartsWith("The period CLOUD 2026-01 can't be closed by hand", Office.Refusal(() => office.Move(user, "cov_period", period, state, status)));

        foreach (var user in new[] { office.Ada, office.Abe, office.Fay })
            Assert.Contains(Missing, Office.Refusal(() => books.Close(user)));

        Assert.AreEqual("2026-01 is closed.", books.Close(office.Max));
        Assert.StartsWith("The period CLOUD 2026-01 is closed for good", Office.Refusal(() => office.Move(office.Max, "cov_period", period, 0, 1)));
    }

    [TestMethod]
    public void A_payout_approver_approves_and_pays_and_nobody_else()
    {
        using var office = new Office();
        var books = new Books(office);
        books.Close(office.Max);
        var statement = books.Statement();
        foreach (var user in new[] { office.Ada, office.Abe, office.Max, office.Import })
            Assert.Contains(Missing, Office.Refusal(() => office.Move(user, "cov_statement", statement, 0, Approved)));

        office.Move(office.Fay, "cov_statement", statement, 0, Approved);
        Assert.AreEqual(office.Fay, office.Lookup("cov_statement", statement, "cov_approvedbyid"));
        office.Move(office.Fay, "cov_statement", statement, 1, 2);
        Assert.AreEqual("770000003", books.EntryStatuses());
    }

    [TestMethod]
    public void A_payout_approver_changes_no_amount_and_no_entry()
    {
        using var office = new Office();
        var books = new Books(office);
        books.Close(office.Max);
        var statement = books.Statement();
        var entry = office.Row("cov_entry", "cov_programid", office.Program)!.Id;
        Assert.Contains("is issued and its amounts are never changed", Office.Refusal(
            () => office.As(office.Fay).Update(new Entity("cov_statement", statement) { ["cov_payable"] = new Money(1_000_000m) })));
        Assert.Contains(Missing, Office.Refusal(() => office.As(office.Fay).Delete("cov_statement", statement)));
        Assert.Contains(Missing, Office.Refusal(() => office.As(office.Fay).Create(new Entity("cov_statement") { ["cov_name"] = "another" })));
        Assert.Contains(Missing, Office.Refusal(() => office.Move(office.Fay, "cov_entry", entry, 1, 770000002)));
    }

    [TestMethod]
    public void Who_has_both_roles_does_not_approve_what_he_manages_nor_after_giving_it_up()
    {
        using var office = new Office();
        var both = office.Person("Bea", Office.PartnerManager, Office.PayoutApprover);
        var books = new Books(office, manager: both);
        books.Close(both);
        var statement = books.Statement();
        Assert.StartsWith(OwnPartner, Office.Refusal(() => office.Move(both, "cov_statement", statement, 0, Approved)));

        // He lets another be the manager, then hands the partner over altogether, in each of the ways that there are.
        office.As(both).Update(new Entity("cov_partner", books.Partner) { ["cov_managerid"] = new EntityReference("systemuser", office.Max) });
        Assert.StartsWith(OwnPartner, Office.Refusal(() => office.Move(both, "cov_statement", statement, 0, Approved)));
        office.As(both).Execute(new AssignRequest
        {
            Target = new EntityReference("cov_partner", books.Partner),
            Assignee = new EntityReference("systemuser", office.Max),
        });
        Assert.StartsWith(OwnPartner, Office.Refusal(() => office.Move(both, "cov_statement", statement, 0, Approved)));
        Assert.Contains("is issued", Office.Refusal(
            () => office.As(both).Update(new Entity("cov_statement", statement) { ["cov_managerid"] = new EntityReference("systemuser", office.Max) })));

        office.Move(office.Fay, "cov_statement", statement, 0, Approved);
        Assert.StartsWith(OwnPartner, Office.Refusal(() => office.Move(both, "cov_statement", statement, 1, 2)));
    }

    [TestMethod]
    public void Nor_does_he_approve_in_another_s_name()
    {
        using var office = new Office();
        var both = office.Person("Bea", Office.PartnerManager, Office.PayoutApprover);
        office.MakeDelegate(both);
        var books = new Books(office, manager: both);
        books.Close(both);
        var statement = books.Statement();
        var approved = new Entity("cov_statement", statement) { ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(Approved) };
        office.InAnothersName(both, office.Fay, service => Assert.StartsWith(OwnPartner, Office.Refusal(() => service.Update(approved))));

        // Nor another in his.
        office.MakeDelegate(office.Fay);
        office.InAnothersName(office.Fay, both, service => Assert.StartsWith(OwnPartner, Office.Refusal(() => service.Update(approved))));
    }

    [TestMethod]
    public void No_other_message_approves_for_who_manages_the_partner()
    {
        using var office = new Office();
        var both = office.Person("Bea", Office.PartnerManager, Office.PayoutApprover);
        var books = new Books(office, manager: both);
        books.Close(both);
        var statement = books.Statement();
        var approved = new Entity("cov_statement", statement) { ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(Approved) };
        foreach (var request in new OrganizationRequest[]
        {
            new UpdateRequest { Target = new Entity("cov_statement", statement) { ["statuscode"] = new OptionSetValue(Approved) } },
            new UpsertRequest { Target = approved },
            new UpdateMultipleRequest { Targets = new EntityCollection([approved]) { EntityName = "cov_statement" } },
            new UpsertMultipleRequest { Targets = new EntityCollection([approved]) { EntityName = "cov_statement" } },
            new ExecuteTransactionRequest
            {
                Requests =
                [
                    new UpdateRequest { Target = new Entity("cov_partner", books.Partner) { ["cov_managerid"] = null } },
                    new UpdateRequest { Target = approved },
                ],
            },
        })
            Assert.Contains(OwnPartner, Office.Refusal(() => office.As(both).Execute(request)), request.RequestName);

        Assert.StartsWith("Change the state of cov_statement by updating", Office.Refusal(() => office.As(both).Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference("cov_statement", statement),
            State = new OptionSetValue(0),
            Status = new OptionSetValue(Approved),
        })));
        Assert.AreEqual(1, office.Status("cov_statement", statement));
    }

    [TestMethod]
    public void A_program_admin_asks_for_work_again_and_does_not_call_it_done()
    {
        using var office = new Office();
        var books = new Books(office);
        var item = office.Row("cov_workitem", "cov_kind", 770000000)!.Id;
        office.Move(office.Ada, "cov_workitem", item, 0, 1);
        Assert.Contains("can only be asked for again", Office.Refusal(() => office.Move(office.Ada, "cov_workitem", item, 1, 2)));
        Assert.Contains("can only be asked for again", Office.Refusal(
            () => office.As(office.Ada).Update(new Entity("cov_workitem", item) { ["cov_kind"] = new OptionSetValue(770000002) })));
        Assert.AreEqual("1", books.EntryStatuses());
    }

    /// <summary>A partner with one customer whose usage of 2026-01 is judged, each row made by who may.</summary>
    private sealed class Books
    {
        private readonly Office _office;

        public Books(Office office, Guid? manager = null)
        {
            _office = office;
            office.Publish(office.Abe, office.Draft(office.Ada));
            office.Settle();
            var by = office.As(manager ?? office.Max);
            var customer = office.Service.Create(new Entity("account") { ["name"] = "Larkspur" });
            var product = office.Service.Create(new Entity("product") { ["name"] = "Compute", ["productnumber"] = "Compute" });
            Partner = by.Create(new Entity("cov_partner")
            {
                ["cov_name"] = "Skyops",
                ["cov_code"] = "Skyops",
                ["cov_email"] = "skyops@example.com",
                ["cov_managerid"] = new EntityReference("systemuser", manager ?? office.Max),
            });
            by.Create(new Entity("cov_engagement")
            {
                ["cov_customerid"] = new EntityReference("account", customer),
                ["cov_partnerid"] = new EntityReference("cov_partner", Partner),
                ["cov_role"] = new OptionSetValue(770000003),
                ["cov_from"] = new DateTime(2026, 1, 1),
            });
            office.As(office.Import).Create(new Entity("cov_usage")
            {
                ["cov_source"] = "test",
                ["cov_customerid"] = new EntityReference("account", customer),
                ["cov_productid"] = new EntityReference("product", product),
                ["cov_chargemonth"] = new DateTime(2026, 1, 1),
                ["cov_billingmonth"] = new DateTime(2026, 1, 1),
                ["cov_amount"] = 62_000m,
                ["transactioncurrencyid"] = office.Row("transactioncurrency", "isocurrencycode", "USD")!.ToEntityReference(),
            });
            office.Settle();
        }

        public Guid Partner { get; }

        public string Close(Guid by)
        {
            Ask(by);
            _office.Settle();
            return Ask(by);
        }

        public Guid Statement() => _office.Row("cov_statement", "cov_name", "Skyops 2026-01")!.Id;

        public string EntryStatuses() => string.Join(
            " ", _office.Service.RetrieveMultiple(new QueryExpression("cov_entry") { ColumnSet = new ColumnSet("statuscode") }).Entities
                .Select(entry => entry.GetAttributeValue<OptionSetValue>("statuscode")!.Value).Order());

        private string Ask(Guid by) => (string)_office.As(by)
            .Execute(new OrganizationRequest("cov_CloseMonth") { ["Program"] = "CLOUD", ["Month"] = "2026-01" }).Results["Message"]!;
    }
}

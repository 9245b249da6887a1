using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Roles.Tests;

/// <summary>Rules are written by one and published by another, tried with holders of the roles.</summary>
[TestClass]
public sealed class PublishingTests
{
    private const string MayNot = "You can't publish or retire \"Version 1\": your roles don't let you ask for the work that this causes";
    private const string Own = "You wrote \"Version 1\", so you can't publish it.";

    [TestMethod]
    public void A_program_admin_publishes_nothing_and_a_rule_approver_what_a_colleague_wrote()
    {
        using var office = new Office();
        var draft = office.Draft(office.Ada);
        Assert.StartsWith(MayNot, Office.Refusal(() => office.Publish(office.Ada, draft)));
        Assert.StartsWith(MayNot, Office.Refusal(() => office.Publish(office.Pia, draft)));
        office.Publish(office.Abe, draft);
        office.Settle();
        Assert.AreEqual(office.Abe, office.Lookup("cov_ruleversion", draft, "cov_approvedbyid"));
    }

    [TestMethod]
    public void Who_has_both_roles_still_publishes_only_what_a_colleague_wrote()
    {
        using var office = new Office();
        var both = office.Person("Bea", Office.ProgramAdmin, Office.RuleApprover);
        Assert.StartsWith(Own, Office.Refusal(() => office.Publish(both, office.Draft(both))));
    }

    [TestMethod]
    public void Nor_does_he_publish_it_in_another_s_name()
    {
        using var office = new Office();
        var both = office.Person("Bea", Office.ProgramAdmin, Office.RuleApprover);
        office.MakeDelegate(both);
        var published = new Entity("cov_ruleversion", office.Draft(both)) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) };
        office.InAnothersName(both, office.Abe, service => Assert.StartsWith(Own, Office.Refusal(() => service.Update(published))));
    }

    [TestMethod]
    public void A_rule_approver_who_changes_the_text_is_its_author_from_then_on()
    {
        using var office = new Office();
        var draft = office.Draft(office.Ada);
        var text = office.Row("cov_ruleversion", draft).GetAttributeValue<string>("cov_text");
        office.As(office.Abe).Update(new Entity("cov_ruleversion", draft) { ["cov_text"] = text + "\n# reviewed\n" });
        Assert.StartsWith(Own, Office.Refusal(() => office.Publish(office.Abe, draft)));

        // Nor both in one: the text is his before the state is.
        var second = office.Draft(office.Ada);
        Assert.Contains("so you can't publish it", Office.Refusal(() => office.As(office.Abe).Update(new Entity("cov_ruleversion", second)
        {
            ["cov_text"] = text,
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
        })));
    }

    [TestMethod]
    public void Who_changes_from_when_a_draft_holds_is_its_author_too()
    {
        using var office = new Office();
        var draft = office.Draft(office.Ada);
        office.As(office.Abe).Update(new Entity("cov_ruleversion", draft) { ["cov_effectivefrom"] = new DateTime(2025, 2, 1) });
        Assert.StartsWith(Own, Office.Refusal(() => office.Publish(office.Abe, draft)));
    }

    [TestMethod]
    public void An_author_is_not_entered_or_cleared()
    {
        using var office = new Office();
        var both = office.Person("Bea", Office.ProgramAdmin, Office.RuleApprover);
        var own = office.Draft(both);
        office.As(both).Update(new Entity("cov_ruleversion", own) { ["cov_authorid"] = new EntityReference("systemuser", office.Ada) });
        office.As(both).Update(new Entity("cov_ruleversion", own) { ["cov_authorid"] = null });
        Assert.Contains("so you can't publish it", Office.Refusal(() => office.Publish(both, own)));
    }

    [TestMethod]
    public void No_other_message_publishes()
    {
        using var office = new Office();
        var draft = office.Draft(office.Ada);
        var published = new Entity("cov_ruleversion", draft) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) };
        var alone = new Entity("cov_ruleversion", draft) { ["statecode"] = new OptionSetValue(1) };
        foreach (var request in new OrganizationRequest[]
        {
            new UpdateRequest { Target = alone },
            new UpsertRequest { Target = published },
            new UpdateMultipleRequest { Targets = new EntityCollection([published]) { EntityName = "cov_ruleversion" } },
            new UpsertMultipleRequest { Targets = new EntityCollection([published]) { EntityName = "cov_ruleversion" } },
            new ExecuteTransactionRequest { Requests = [new UpdateRequest { Target = published }] },
        })
            Assert.Contains(MayNot, Office.Refusal(() => office.As(office.Pia).Execute(request)), request.RequestName);

        Assert.StartsWith("Change the state of cov_ruleversion by updating", Office.Refusal(() => office.As(office.Abe).Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference("cov_ruleversion", draft),
            State = new OptionSetValue(1),
            Status = new OptionSetValue(2),
        })));
        Assert.StartsWith("A version of the rules starts as a draft", Office.Refusal(() => office.As(office.Ada).Create(new Entity("cov_ruleversion")
        {
            ["cov_programid"] = new EntityReference("cov_program", office.Program),
            ["cov_text"] = "",
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
        })));
        Assert.AreEqual(1, office.Status("cov_ruleversion", draft));
    }

    [TestMethod]
    public void A_state_without_a_status_publishes_with_all_that_belongs_to_it()
    {
        using var office = new Office();
        var draft = office.Draft(office.Ada);
        office.As(office.Abe).Update(new Entity("cov_ruleversion", draft) { ["statecode"] = new OptionSetValue(1) });
        Assert.AreEqual(2, office.Status("cov_ruleversion", draft));
        Assert.AreEqual(office.Abe, office.Lookup("cov_ruleversion", draft, "cov_approvedbyid"));
        Assert.IsNotNull(office.Row("cov_workitem", "cov_kind", 770000004));
    }

    [TestMethod]
    public void Only_who_may_publish_may_retire()
    {
        using var office = new Office();
        var draft = office.Draft(office.Ada, year: DateTime.UtcNow.Year + 2);
        office.Publish(office.Abe, draft);
        office.Settle();
        Assert.StartsWith(MayNot, Office.Refusal(() => office.Move(office.Pia, "cov_ruleversion", draft, 1, 770000001)));
        office.Move(office.Abe, "cov_ruleversion", draft, 1, 770000001);
    }
}

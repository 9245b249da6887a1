using System;
using System.Globalization;
using System.ServiceModel;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Trial.Setup;

/// <summary>Publishes the rule program as two colleagues do it in the CRM: one writes the version, another one approves it.</summary>
public sealed class Publication
{
    private const int Published = 2;

    /// <summary>From when the first version judges: everything that the sample holds. Real programs start in the month that they are signed.</summary>
    public static readonly Month Beginning = new(2000, 1);

    private readonly World world;

    /// <summary>Works in a world.</summary>
    public Publication(World world) => this.world = world;

    /// <summary>Publishes the text unless it is the version in force already.</summary>
    /// <exception cref="TrialStoppedException">The plug-in that guards publishing refuses; the message is its own.</exception>
    public void Publish()
    {
        Entity? latest = Latest();
        if (latest?.GetAttributeValue<string>("cov_hash") == world.Program.Hash)
        {
            world.Narrator.Say($"Version {latest.GetAttributeValue<int>("cov_number")} of \"{world.Program.Name}\" is published already.");
            return;
        }

        int number = (latest?.GetAttributeValue<int>("cov_number") ?? 0) + 1;
        Month effective = latest is null ? Beginning : OpenMonth();
        try
        {
            Guid version = WriteDraft(number, effective);
            Approve(version);
        }
        catch (FaultException<OrganizationServiceFault> refusal)
        {
            throw new TrialStoppedException($"The program is not published. {refusal.Detail.Message}", refusal);
        }

        world.Narrator.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"Version {number} of \"{world.Program.Name}\" is published, written by Ada Author, approved by Paul Approver, in force from {effective}."));
        if (latest is not null)
        {
            world.Narrator.Warn($"Months before {effective} stay with the earlier version: what is published never changes. To try the program on everything, choose a new file with --db.");
        }
    }

    private Entity? Latest()
    {
        var query = new QueryExpression("cov_ruleversion") { ColumnSet = new ColumnSet("cov_number", "cov_hash"), TopCount = 1 };
        query.Criteria.AddCondition("cov_programid", ConditionOperator.Equal, world.ProgramId);
        query.Criteria.AddCondition("statuscode", ConditionOperator.Equal, Published);
        query.AddOrder("cov_number", OrderType.Descending);
        EntityCollection found = world.Service.RetrieveMultiple(query);
        return found.Entities.Count > 0 ? found.Entities[0] : null;
    }

    private Month OpenMonth() =>
        Month.Of(world.Service.Retrieve("cov_program", world.ProgramId, new ColumnSet("cov_openmonth")).GetAttributeValue<DateTime>("cov_openmonth"));

    private Guid WriteDraft(int number, Month effective)
    {
        IOrganizationService author = world.Dataverse.CreateService(User("Ada", "Author"));
        var records = new Records(author);
        (string, object)[] key = [("cov_programid", new EntityReference("cov_program", world.ProgramId)), ("cov_number", number)];
        Guid id = records.Ensure("cov_ruleversion", key, row =>
        {
            row["cov_text"] = world.RulesText;
            row["cov_effectivefrom"] = effective.FirstDay;
        });

        // A draft that a stopped run, or an earlier text, left behind.
        author.Update(new Entity("cov_ruleversion", id) { ["cov_text"] = world.RulesText, ["cov_effectivefrom"] = effective.FirstDay });
        return id;
    }

    private void Approve(Guid version) =>
        world.Dataverse.CreateService(User("Paul", "Approver")).Update(new Entity("cov_ruleversion", version)
        {
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(Published),
        });

    private Guid User(string first, string last)
    {
        Guid user = world.Records.Ensure("systemuser", [("domainname", $"{first}.{last}@example.com".ToLowerInvariant())], row =>
        {
            row["firstname"] = first;
            row["lastname"] = last;
            row["businessunitid"] = new EntityReference("businessunit", world.Dataverse.RootBusinessUnitId);
        });
        world.Dataverse.AssignRole(user, "System Administrator");
        return user;
    }
}

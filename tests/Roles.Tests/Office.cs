using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi;
using CrmAddon.Plugins.Deals;
using CrmAddon.Plugins.Tests;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Roles.Tests;

/// <summary>
/// A company with the real solution, roles and plug-ins, where everybody does his part: the program admins Ada and Pia, the rule approver
/// Abe, the partner manager Max, the payout approver Fay and the integration's user. Program CLOUD, books open from 2026-01.
/// </summary>
internal sealed class Office : IDisposable
{
    public const string ProgramAdmin = "Partner Programs - Program Admin";
    public const string RuleApprover = "Partner Programs - Rule Approver";
    public const string PartnerManager = "Partner Programs - Partner Manager";
    public const string PayoutApprover = "Partner Programs - Payout Approver";
    public const string Integration = "Partner Programs - Integration";

    private readonly RoleEnvironment _environment = new(typeof(OpportunityChanged).Assembly.Location);

    public Office()
    {
        Ada = Person("Ada", ProgramAdmin);
        Pia = Person("Pia", ProgramAdmin);
        Abe = Person("Abe", RuleApprover);
        Max = Person("Max", PartnerManager);
        Fay = Person("Fay", PayoutApprover);
        Import = _environment.User("Import", _environment.North, Integration);
        var dollar = Row("transactioncurrency", "isocurrencycode", "USD")!.ToEntityReference();
        Program = As(Ada).Create(new Entity("cov_program")
        {
            ["cov_name"] = "Cloud Infrastructure",
            ["cov_code"] = "CLOUD",
            ["transactioncurrencyid"] = dollar,
            ["cov_openmonth"] = new DateTime(2026, 1, 1),
        });
    }

    public IOrganizationService Service => _environment.Service;

    public Guid Ada { get; }

    public Guid Pia { get; }

    public Guid Abe { get; }

    public Guid Max { get; }

    public Guid Fay { get; }

    public Guid Import { get; }

    public Guid Program { get; }

    /// <summary>Somebody with roles of the add-on, beside the standard role that the page asks for.</summary>
    public Guid Person(string name, params string[] roles) => _environment.User(name, _environment.North, ["Basic User", .. roles]);

    public IOrganizationService As(Guid user) => _environment.As(user);

    /// <summary>
    /// Somebody who works in another's name over the Web API, which takes the privilege to act on behalf of others; what he does there
    /// is done before this returns.
    /// </summary>
    public void InAnothersName(Guid user, Guid another, Action<IOrganizationService> act) =>
        InAnothersNameAsync(user, another, act).GetAwaiter().GetResult();

    private async Task InAnothersNameAsync(Guid user, Guid another, Action<IOrganizationService> act)
    {
        await using var server = await WebApiHost.StartAsync(_environment.Dataverse);
        using var client = new ServiceClient(server.Address, _ => Task.FromResult($"user:{user}")) { CallerId = another };
        act(client);
    }

    /// <summary>Lets a user act on behalf of others.</summary>
    public void MakeDelegate(Guid user)
    {
        var unit = Service.Retrieve("systemuser", user, new ColumnSet("businessunitid"))["businessunitid"];
        var role = Service.Create(new Entity("role") { ["name"] = "Delegate of " + user, ["businessunitid"] = unit });
        var privilege = Row("privilege", "name", "prvActOnBehalfOfAnotherUser")!.Id;
        Service.Execute(new AddPrivilegesRoleRequest { RoleId = role, Privileges = [new RolePrivilege((int)PrivilegeDepth.Global, privilege)] });
        Service.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
    }

    /// <summary>A draft of the sample program.</summary>
    public Guid Draft(Guid author, int year = 2025) => As(author).Create(new Entity("cov_ruleversion")
    {
        ["cov_programid"] = new EntityReference("cov_program", Program),
        ["cov_text"] = File.ReadAllText(Path.Combine(Repository.Root, "dsl", "Samples", "cloud-infrastructure.rules")),
        ["cov_effectivefrom"] = new DateTime(year, 1, 1),
    });

    public void Publish(Guid by, Guid version) => Move(by, "cov_ruleversion", version, 1, 2);

    public void Move(Guid by, string table, Guid row, int state, int status) => As(by).Update(new Entity(table, row)
    {
        ["statecode"] = new OptionSetValue(state),
        ["statuscode"] = new OptionSetValue(status),
    });

    public void Settle()
    {
        _environment.Dataverse.Async.RunUntilIdle();
        var failed = new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet("friendlymessage") };
        failed.Criteria.AddCondition("statuscode", ConditionOperator.Equal, 31);
        Assert.AreEqual("", string.Join("\n", Service.RetrieveMultiple(failed).Entities.Select(job => job.GetAttributeValue<string>("friendlymessage"))));
    }

    /// <summary>The first row whose column has the value; null if there is none.</summary>
    public Entity? Row(string table, string column, object value)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true), TopCount = 1 };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return Service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    public Entity Row(string table, Guid id) => Service.Retrieve(table, id, new ColumnSet(true));

    public int? Status(string table, Guid id) => Row(table, id).GetAttributeValue<OptionSetValue?>("statuscode")?.Value;

    public Guid? Lookup(string table, Guid id, string column) => Row(table, id).GetAttributeValue<EntityReference?>(column)?.Id;

    /// <summary>What somebody is told who asks for what is refused.</summary>
    public static string Refusal(Action ask) => Refusals.Of(ask);

    public void Dispose() => _environment.Dispose();
}

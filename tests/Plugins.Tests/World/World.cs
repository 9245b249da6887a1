using System;
using System.Globalization;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Tests.Hosts;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Plugins.Tests;

/// <summary>
/// An environment with the real solution and plug-ins, the program CLOUD in USD with published rules, and short ways to tell a
/// story in it. Today is 2026-03-10; the books are open from 2026-01.
/// </summary>
internal sealed partial class World : IDisposable
{
    private const int Option = 770000000;

    private static readonly string[] Motions = ["Direct", "Co-sell", "Resale", "Managed service"];
    private static readonly string[] Sources = ["Direct", "Marketing", "Referral", "Partner", "Marketplace"];

    private readonly IScenarioHost _host;
    private readonly EntityReference _businessUnit;
    private readonly Guid _administrator;

    /// <param name="rules">Rules to publish; null for the sample program; empty for none.</param>
    /// <param name="host">What runs it; null for the host of these tests.</param>
    public World(string? rules = null, Func<TimeProvider, IScenarioHost>? host = null)
    {
        _host = (host ?? ScenarioHost.Open)(Clock);
        Service = _host.CreateService();
        _businessUnit = new EntityReference("businessunit", ((WhoAmIResponse)Service.Execute(new WhoAmIRequest())).BusinessUnitId);
        _administrator = Service.First(Queries.From("role").Where("name", "System Administrator").Where("businessunitid", _businessUnit.Id))!.Id;
        Author = User("Ada Author");
        Approver = User("Abe Approver");
        Dollar = Service.First(Queries.From(Tables.Currency.Table).Where(Tables.Currency.IsoCode, "USD"))!.Id;
        Program = Service.Create(new Entity(Tables.Program.Table)
        {
            [Tables.Program.Name] = "Cloud Infrastructure",
            [Tables.Program.Code] = "CLOUD",
            [Tables.Program.Currency] = new EntityReference(Tables.Currency.Table, Dollar),
            [Tables.Program.OpenMonth] = Day("2026-01-01"),
        });
        if (rules is not "")
        {
            Publish(Draft(rules ?? Repository.Rules("cloud-infrastructure.rules"), "2025-01"));
            Settle();
        }
    }

    public WorldClock Clock { get; } = new("2026-03-10");

    public IOrganizationService Service { get; }

    public Guid Program { get; }

    public Guid Author { get; }

    public Guid Approver { get; }

    public Guid Dollar { get; }

    public static DateTime Day(string day) => DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTime FirstOf(string month) => Day(month + "-01");

    public void Dispose() => _host.Dispose();

    /// <summary>What somebody is told who asks for what is refused.</summary>
    public static string Refusal(Action ask) => Refusals.Of(ask);

    public Guid User(string name) => Person(name, _administrator);

    private Guid Person(string name, Guid role)
    {
        Guid user = Service.Create(new Entity("systemuser")
        {
            ["fullname"] = name,
            ["lastname"] = name,
            ["domainname"] = name,
            ["businessunitid"] = _businessUnit,
        });
        Service.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
        return user;
    }

    /// <summary>The service as a person calls it.</summary>
    public IOrganizationService As(Guid user) => _host.CreateService(user);

    /// <summary>A draft by the author.</summary>
    public Guid Draft(string text, string effective) => _host.CreateService(Author).Create(new Entity(RuleVersion.Table)
    {
        [RuleVersion.Program] = new EntityReference(Tables.Program.Table, Program),
        [RuleVersion.Text] = text,
        [RuleVersion.EffectiveFrom] = FirstOf(effective),
    });

    /// <summary>Publishes a draft, by the approver unless told otherwise.</summary>
    public void Publish(Guid draft, Guid? by = null) => _host.CreateService(by ?? Approver).Update(
        Status(RuleVersion.Table, draft, RuleVersion.StateOf.Final, RuleVersion.StatusOf.Published));

    public Guid Customer(string name) => Service.Create(new Entity(Account.Table) { [Account.Name] = name });

    /// <summary>A partner whose code and name are the same.</summary>
    public Guid Partner(string name) => Service.Create(new Entity(Tables.Partner.Table)
    {
        [Tables.Partner.Name] = name,
        [Tables.Partner.Code] = name,
        [Tables.Partner.Email] = name.ToLowerInvariant() + "@example.com",
    });

    /// <summary>The partner of that name, made if there is none yet.</summary>
    public Guid PartnerNamed(string name) => Service
        .First(Queries.From(Tables.Partner.Table).Where(Tables.Partner.Code, name))?.Id ?? Partner(name);

    public Guid Deal(
        Guid customer, decimal amount, string motion = "Co-sell", string source = "Direct", string closes = "2026-03-20", Guid? sourcing = null)
    {
        var row = new Entity(Opportunity.Table)
        {
            [Opportunity.Name] = "Migration",
            [Opportunity.Customer] = new EntityReference(Account.Table, customer),
            [Opportunity.EstimatedValue] = new Money(amount),
            [Opportunity.EstimatedClose] = Day(closes),
            [Opportunity.Motion] = new OptionSetValue(Option + Array.IndexOf(Motions, motion)),
            [Opportunity.Source] = new OptionSetValue(Option + Array.IndexOf(Sources, source)),
            [Opportunity.Currency] = new EntityReference(Tables.Currency.Table, Dollar),
        };
        if (sourcing is { } partner)
            row[Opportunity.SourcingPartner] = new EntityReference(Tables.Partner.Table, partner);

        return Service.Create(row);
    }

    public Guid Join(Guid deal, Guid partner, string role) => Service.Create(new Entity(DealPartner.Table)
    {
        [DealPartner.Opportunity] = new EntityReference(Opportunity.Table, deal),
        [DealPartner.Partner] = new EntityReference(Tables.Partner.Table, partner),
        [DealPartner.Role] = Roles.OptionOf(role),
    });

    public void Win(Guid deal, decimal amount, string on) => Service.Execute(new WinOpportunityRequest
    {
        OpportunityClose = Close(deal, amount, on),
        Status = new OptionSetValue(3),
    });

    public void Lose(Guid deal, string on) => Service.Execute(new LoseOpportunityRequest
    {
        OpportunityClose = Close(deal, 0m, on),
        Status = new OptionSetValue(4),
    });

    public void Reopen(Guid deal) => Service.Update(Status(Opportunity.Table, deal, Opportunity.StateOf.Open, 1));

    public void Change(string table, Guid id, string column, object? value) => Service.Update(new Entity(table, id) { [column] = value });

    public Guid Engage(Guid customer, Guid partner, string role, string from, string? until = null) => Service.Create(new Entity(Engagement.Table)
    {
        [Engagement.Customer] = new EntityReference(Account.Table, customer),
        [Engagement.Partner] = new EntityReference(Tables.Partner.Table, partner),
        [Engagement.Role] = Roles.OptionOf(role),
        [Engagement.From] = Day(from),
        [Engagement.Until] = until is null ? null : Day(until),
    });

    /// <summary>Usage of a month, as an import writes it: the same source and month replace each other.</summary>
    public void Use(Guid customer, string month, decimal amount, string? billed = null, string product = "Compute") => Service.Execute(new UpsertRequest
    {
        Target = new Entity(UsageRow.Table, new KeyAttributeCollection
        {
            [UsageRow.Source] = "aws/1",
            [UsageRow.Customer] = new EntityReference(Account.Table, customer),
            [UsageRow.Product] = new EntityReference(Product.Table, ProductNamed(product)),
            [UsageRow.ChargeMonth] = FirstOf(month),
            [UsageRow.BillingMonth] = FirstOf(billed ?? month),
        })
        {
            [UsageRow.Amount] = amount,
            [UsageRow.Currency] = new EntityReference(Tables.Currency.Table, Dollar),
        },
    });

    /// <summary>Lets the asynchronous service finish; a job that fails fails the test.</summary>
    public void Settle() => Assert.AreEqual("", Failures());

    /// <summary>Lets the asynchronous service finish; the messages of jobs that failed.</summary>
    public string Failures()
    {
        _host.RunUntilIdle();
        return Lines(
            Service.All(Queries.From("asyncoperation", "friendlymessage").Where("statuscode", 31)), row => row.Text("friendlymessage"));
    }

    /// <summary>Closes a month and lets the asynchronous service finish; what the close says in the end.</summary>
    public string Close(string month)
    {
        Ask(month);
        Settle();
        return Ask(month);
    }

    public string Ask(string month) => (string)Service.Execute(new OrganizationRequest("cov_CloseMonth")
    {
        ["Program"] = "CLOUD",
        ["Month"] = month,
    }).Results["Message"]!;

    public static Entity Status(string table, Guid id, int state, int status) => new(table, id)
    {
        ["statecode"] = new OptionSetValue(state),
        ["statuscode"] = new OptionSetValue(status),
    };

    private Guid ProductNamed(string name) => Service
        .First(Queries.From(Product.Table).Where(Product.Number, name))?.Id
        ?? Service.Create(new Entity(Product.Table) { ["name"] = name, [Product.Number] = name });

    private static Entity Close(Guid deal, decimal amount, string on) => new("opportunityclose")
    {
        ["opportunityid"] = new EntityReference(Opportunity.Table, deal),
        ["subject"] = "Decided",
        ["actualend"] = DateTime.SpecifyKind(Day(on), DateTimeKind.Utc),
        ["actualrevenue"] = new Money(amount),
    };
}

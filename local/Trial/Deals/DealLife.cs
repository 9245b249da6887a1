using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Trial.Setup;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Trial.Deals;

/// <summary>
/// The life of one deal as the messages that a sales team sends: Create, partners and registration, Update, Win or Lose. They are
/// one transaction, so that a deal that the CRM refuses on its way leaves nothing behind.
/// </summary>
public sealed class DealLife
{
    private const int Won = 3;
    private const int OutSold = 5;

    // What a rep expects on the first day.
    private static readonly TimeSpan UsualSale = TimeSpan.FromDays(90);

    private readonly World world;
    private readonly DealCatalog catalog;

    /// <summary>Works in a world, with a catalog.</summary>
    public DealLife(World world, DealCatalog catalog)
    {
        this.world = world;
        this.catalog = catalog;
    }

    /// <summary>Whether the CRM has the deal where the file says it stands.</summary>
    public static bool IsLived(DealRow row, Entity? opportunity) => opportunity is not null && row.Stage switch
    {
        DealStage.Won => State(opportunity) == 1,
        DealStage.Lost => State(opportunity) == 2,
        _ => opportunity.Text("stepname") == row.Stage.ToString(),
    };

    /// <summary>Why the CRM's deal can't become what the file says, or null when it can: what is closed stays as it was closed.</summary>
    public static string? WhyNot(DealRow row, Entity? opportunity)
    {
        if (opportunity is null || State(opportunity) == 0)
        {
            return null;
        }

        string stage = State(opportunity) == 1 ? nameof(DealStage.Won) : nameof(DealStage.Lost);
        decimal value = opportunity.Amount("actualvalue");
        return stage == row.Stage.ToString() && value == (row.Value ?? 0m)
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Deal {row.Number} was closed before as {stage} with {value:0.00}; the file says {row.Stage} with {row.Value ?? 0m:0.00}. A closed deal is not changed: reopen it in the CRM first.");
    }

    /// <summary>Brings the deal to where the file says it stands.</summary>
    public void Live(DealRow row, Entity? opportunity)
    {
        Guid id = opportunity?.Id ?? Guid.CreateVersion7();
        OrganizationRequestCollection messages = [];
        if (opportunity is null)
        {
            messages.Add(Create(row, id));
        }

        messages.AddRange(Partners(row, id));
        messages.AddRange(catalog.Registrations(row).SelectMany(line => Register(row, id, line)));
        messages.Add(MoveOn(row, id));
        if (row.Stage is DealStage.Won or DealStage.Lost)
        {
            messages.Add(Close(row, id));
        }

        world.Service.Execute(new ExecuteTransactionRequest { Requests = messages });
    }

    private static int State(Entity opportunity) => opportunity.Choice("statecode");

    private CreateRequest Create(DealRow row, Guid id)
    {
        (EntityReference product, decimal price) = catalog.Product(row);
        var opportunity = new Entity("opportunity", id)
        {
            ["cov_dealnumber"] = row.Number,
            ["name"] = row.Account.Length > 0 ? $"{row.Product} for {row.Account}" : row.Product,
            ["cov_productid"] = product,
            ["estimatedvalue"] = new Money(price),
            ["transactioncurrencyid"] = new EntityReference("transactioncurrency", world.CurrencyId),
        };
        if (catalog.Customer(row) is { } customer)
        {
            opportunity["customerid"] = customer;
            opportunity["parentaccountid"] = customer;
        }

        if (row.Engaged is { } engaged)
        {
            opportunity["estimatedclosedate"] = engaged + UsualSale;
        }

        if (catalog.Motion(row) is { } motion)
        {
            opportunity["cov_motion"] = Choices.Motion(motion.Motion);
            opportunity["cov_source"] = Choices.Source(motion.Source);
            if (motion.SourcingPartner.Length > 0)
            {
                opportunity["cov_sourcingpartnerid"] = catalog.Partner(motion.SourcingPartner);
            }
        }

        return new CreateRequest { Target = opportunity };
    }

    private IEnumerable<OrganizationRequest> Partners(DealRow row, Guid opportunity)
    {
        foreach ((EntityReference partner, string role) in catalog.Partners(row))
        {
            var line = new Entity("cov_dealpartner")
            {
                KeyAttributes =
                {
                    ["cov_opportunityid"] = new EntityReference("opportunity", opportunity),
                    ["cov_partnerid"] = partner,
                    ["cov_role"] = Choices.Role(role),
                },
                ["cov_name"] = $"{role} on {row.Number}",
                ["cov_origin"] = Choices.Imported,
            };
            if (row.Engaged is { } engaged)
            {
                line["cov_engagedon"] = engaged;
            }

            yield return new UpsertRequest { Target = line };
        }
    }

    // Submitted, and approved where the sample says so and the program's rules say how long that protects.
    private IEnumerable<OrganizationRequest> Register(DealRow row, Guid opportunity, RegistrationLine line)
    {
        const int draft = 1, submitted = 770_000_000, approved = 770_000_003;
        string number = $"REG-{row.Number}-{line.PartnerCode}";
        if (catalog.Customer(row) is not { } customer)
        {
            yield break;
        }

        Entity? known = world.Records.Find("cov_dealregistration", new ColumnSet("statuscode"), ("cov_number", number));
        Guid id = known?.Id ?? Guid.CreateVersion7();
        int status = known?.Choice("statuscode") ?? draft;
        if (known is null)
        {
            yield return new CreateRequest
            {
                Target = new Entity("cov_dealregistration", id)
                {
                    ["cov_number"] = number,
                    ["cov_programid"] = new EntityReference("cov_program", world.ProgramId),
                    ["cov_partnerid"] = catalog.Partner(line.PartnerCode),
                    ["cov_opportunityid"] = new EntityReference("opportunity", opportunity),
                    ["cov_customerid"] = customer,
                    ["cov_productid"] = catalog.Product(row).Product,
                    ["cov_role"] = Choices.Role(line.Role),
                    ["cov_submittedon"] = line.Submitted,
                },
            };
        }

        if (status == draft)
        {
            yield return Move(id, submitted, ("cov_submittedon", line.Submitted));
        }

        if (status is draft or submitted && line.Approved is { } decided && world.Program.Registration is not null)
        {
            yield return Move(id, approved, ("cov_decidedon", decided));
        }
    }

    private static UpdateRequest Move(Guid registration, int status, (string Column, DateTime Date) on) => new()
    {
        Target = new Entity("cov_dealregistration", registration)
        {
            ["statuscode"] = new OptionSetValue(status),
            [on.Column] = on.Date,
        },
    };

    private static UpdateRequest MoveOn(DealRow row, Guid opportunity)
    {
        var change = new Entity("opportunity", opportunity)
        {
            ["stepname"] = row.Stage == DealStage.Prospecting ? nameof(DealStage.Prospecting) : nameof(DealStage.Engaging),
        };
        if (row.Stage == DealStage.Won)
        {
            change["estimatedvalue"] = new Money(row.Value!.Value);
        }

        return new UpdateRequest { Target = change };
    }

    private static OrganizationRequest Close(DealRow row, Guid opportunity) => row.Stage == DealStage.Won
        ? new WinOpportunityRequest { OpportunityClose = Activity(row, opportunity), Status = new OptionSetValue(Won) }
        : new LoseOpportunityRequest { OpportunityClose = Activity(row, opportunity), Status = new OptionSetValue(OutSold) };

    private static Entity Activity(DealRow row, Guid opportunity) => new("opportunityclose")
    {
        ["subject"] = $"{row.Stage}: {row.Number}",
        ["opportunityid"] = new EntityReference("opportunity", opportunity),
        ["actualend"] = row.Closed!.Value,
        ["actualrevenue"] = new Money(row.Value ?? 0m),
    };
}

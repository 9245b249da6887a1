using System;
using CrmAddon.Local.Trial.Setup;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Trial.Deals;

/// <summary>
/// The life of one deal as the messages that a sales team sends: Create, partners and registration, Update, Win or Lose.
/// Each step can be repeated; the last one marks that the deal has lived.
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

    /// <summary>Brings the deal to where the file says it stands.</summary>
    public void Live(DealRow row, Entity? opportunity)
    {
        Guid id = opportunity?.Id ?? Create(row);
        AddPartners(row, id);
        foreach (RegistrationLine line in catalog.Registrations(row))
        {
            Register(row, id, line);
        }

        MoveOn(row, id);
        switch (row.Stage)
        {
            case DealStage.Won:
                Win(row, id);
                break;
            case DealStage.Lost:
                Lose(row, id);
                break;
        }
    }

    private static int State(Entity opportunity) => opportunity.Choice("statecode");

    private Guid Create(DealRow row)
    {
        (EntityReference product, decimal price) = catalog.Product(row);
        var opportunity = new Entity("opportunity")
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

        return world.Service.Create(opportunity);
    }

    private void AddPartners(DealRow row, Guid opportunity)
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

            world.Service.Execute(new UpsertRequest { Target = line });
        }
    }

    private void Register(DealRow row, Guid opportunity, RegistrationLine line)
    {
        if (catalog.Customer(row) is not { } customer)
        {
            return;
        }

        const int draft = 1, submitted = 770_000_000, approved = 770_000_003;
        string number = $"REG-{row.Number}-{line.PartnerCode}";
        Guid id = world.Records.Ensure("cov_dealregistration", [("cov_number", number)], registration =>
        {
            registration["cov_programid"] = new EntityReference("cov_program", world.ProgramId);
            registration["cov_partnerid"] = catalog.Partner(line.PartnerCode);
            registration["cov_opportunityid"] = new EntityReference("opportunity", opportunity);
            registration["cov_customerid"] = customer;
            registration["cov_productid"] = catalog.Product(row).Product;
            registration["cov_role"] = Choices.Role(line.Role);
            registration["cov_submittedon"] = line.Submitted;
        });
        int status = world.Service.Retrieve("cov_dealregistration", id, new ColumnSet("statuscode")).Choice("statuscode");
        if (status == draft)
        {
            Move(id, submitted, ("cov_submittedon", line.Submitted));
        }

        if (status is draft or submitted && line.Approved is { } decided)
        {
            Move(id, approved, ("cov_decidedon", decided));
        }
    }

    private void Move(Guid registration, int status, (string Column, DateTime Date) on) =>
        world.Service.Update(new Entity("cov_dealregistration", registration)
        {
            ["statuscode"] = new OptionSetValue(status),
            [on.Column] = on.Date,
        });

    private void MoveOn(DealRow row, Guid opportunity)
    {
        var change = new Entity("opportunity", opportunity)
        {
            ["stepname"] = row.Stage == DealStage.Prospecting ? nameof(DealStage.Prospecting) : nameof(DealStage.Engaging),
        };
        if (row.Stage == DealStage.Won)
        {
            change["estimatedvalue"] = new Money(row.Value!.Value);
        }

        world.Service.Update(change);
    }

    private void Win(DealRow row, Guid opportunity) => world.Service.Execute(new WinOpportunityRequest
    {
        OpportunityClose = Close(row, opportunity, "Won"),
        Status = new OptionSetValue(Won),
    });

    private void Lose(DealRow row, Guid opportunity) => world.Service.Execute(new LoseOpportunityRequest
    {
        OpportunityClose = Close(row, opportunity, "Lost"),
        Status = new OptionSetValue(OutSold),
    });

    private static Entity Close(DealRow row, Guid opportunity, string how) => new("opportunityclose")
    {
        ["subject"] = $"{how}: {row.Number}",
        ["opportunityid"] = new EntityReference("opportunity", opportunity),
        ["actualend"] = row.Closed!.Value,
        ["actualrevenue"] = new Money(row.Value ?? 0m),
    };
}

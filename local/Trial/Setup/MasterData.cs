using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Trial.Setup;

/// <summary>Brings in what deals and usage refer to: currency, program, partners, customers, products, engagements.</summary>
public sealed class MasterData
{
    private readonly World world;

    /// <summary>Works in a world.</summary>
    public MasterData(World world) => this.world = world;

    /// <summary>Makes what is missing and leaves alone what is there.</summary>
    /// <exception cref="TrialStoppedException">The database is another program's.</exception>
    public void Load()
    {
        RefuseAnotherProgram();
        world.CurrencyId = world.Records.Ensure("transactioncurrency", [("isocurrencycode", world.Program.Currency)], row =>
        {
            row["currencyname"] = world.Program.Currency;
            row["currencysymbol"] = world.Program.Currency;
            row["currencyprecision"] = world.Program.MinorDigits;
            row["exchangerate"] = 1m;
        });
        world.ProgramId = world.Records.Ensure("cov_program", [("cov_code", world.ProgramCode)], row =>
        {
            row["cov_name"] = world.Program.Name;
            row["transactioncurrencyid"] = new EntityReference("transactioncurrency", world.CurrencyId);
            row["cov_openmonth"] = world.Options.Close.FirstDay;
        });
        int partners = LoadPartners();
        int accounts = LoadAccounts();
        int products = LoadProducts();
        int engagements = LoadEngagements();
        world.Narrator.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{partners} partners, {accounts} customers of deals, {products} products, {engagements} engagements of partners with customers."));
    }

    // Rules judge what happens from their publishing on, so a second program would know nothing of the deals that are closed already.
    private void RefuseAnotherProgram()
    {
        foreach (Entity program in world.Records.All(new QueryExpression("cov_program") { ColumnSet = new ColumnSet("cov_name", "cov_code") }))
        {
            if (program.Text("cov_code") != world.ProgramCode)
            {
                throw new TrialStoppedException(
                    $"{world.Options.Database} holds the program \"{program.Text("cov_name")}\"; \"{world.Program.Name}\" would know nothing of what is closed there. Choose another file with --db. Nothing was changed.");
            }
        }
    }

    private int LoadPartners()
    {
        IReadOnlyList<PartnerLine> lines = world.Samples.Partners;
        foreach (PartnerLine line in lines)
        {
            world.Partners[line.Code] = world.Records.Ensure("cov_partner", [("cov_code", line.Code)], row =>
            {
                row["cov_name"] = line.Name;
                row["cov_track"] = Choices.Track(line.Track);
                row["cov_tier"] = Choices.Tier(line.Tier);
                row["cov_email"] = line.Email;
                row["transactioncurrencyid"] = new EntityReference("transactioncurrency", world.CurrencyId);
            });
        }

        return lines.Count;
    }

    private int LoadAccounts()
    {
        IReadOnlyList<AccountLine> lines = world.Samples.Accounts;
        foreach (AccountLine line in lines)
        {
            world.Records.Ensure("account", [("name", line.Name)], row =>
            {
                row["address1_country"] = line.Country;
                if (line.Employees is { } employees)
                {
                    row["numberofemployees"] = employees;
                }
            });
        }

        return lines.Count;
    }

    private int LoadProducts()
    {
        IReadOnlyList<ProductLine> lines = world.Samples.Products;
        foreach (ProductLine line in lines)
        {
            world.Records.Ensure("product", [("productnumber", line.Name)], row =>
            {
                row["name"] = line.Name;
                row["price"] = new Money(line.Price);
            });
        }

        return lines.Count;
    }

    private int LoadEngagements()
    {
        IReadOnlyList<EngagementLine> lines = world.Samples.Engagements;
        foreach (EngagementLine line in lines)
        {
            Guid customer = world.Records.Ensure("account", [("cov_cloudaccount", line.CloudAccount)], row => row["name"] = line.Customer);
            new Engagements(world).Ensure(customer, line.Customer, line.PartnerCode, line.Role, line.From, line.Until);
        }

        return lines.Count;
    }
}

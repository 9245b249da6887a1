using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Trial.Setup;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Trial.Deals;

/// <summary>Finds what a line of the file names (partner, customer, product) and what the sample tells about a deal besides.</summary>
public sealed class DealCatalog
{
    private readonly Dictionary<string, PartnerLine> agents;
    private readonly Dictionary<string, Guid> customers;
    private readonly Dictionary<string, (Guid Id, decimal Price)> products;
    private readonly ILookup<string, DealPartnerLine> partners;
    private readonly ILookup<string, RegistrationLine> registrations;
    private readonly IReadOnlyDictionary<string, MotionLine> motions;
    private readonly World world;

    /// <summary>Reads the catalog once.</summary>
    public DealCatalog(World world)
    {
        this.world = world;
        agents = world.Samples.Partners.ToDictionary(line => line.Name, StringComparer.OrdinalIgnoreCase);
        partners = world.Samples.DealPartners;
        registrations = world.Samples.Registrations;
        motions = world.Samples.Motions;
        customers = world.Records.All(new QueryExpression("account") { ColumnSet = new ColumnSet("name") })
            .GroupBy(row => row.Text("name"), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First().Id, StringComparer.OrdinalIgnoreCase);
        products = world.Records.All(new QueryExpression("product") { ColumnSet = new ColumnSet("name", "price") })
            .Where(row => row.Contains("price"))
            .ToDictionary(
                row => WithoutSpaces(row.Text("name")),
                row => (row.Id, row.Amount("price")),
                StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Why a line can't be taken in, or null when it can.</summary>
    public string? WhyNot(DealRow row)
    {
        if (!agents.ContainsKey(row.Agent))
        {
            return $"'{row.Agent}' in sales_agent is no partner of the sample (samples/partners.csv).";
        }

        if (!products.ContainsKey(WithoutSpaces(row.Product)))
        {
            return $"'{row.Product}' is no product of the sample (samples/crm/products.csv).";
        }

        return row.Account.Length > 0 && !customers.ContainsKey(row.Account)
            ? $"'{row.Account}' is no customer of the sample (samples/crm/accounts.csv)."
            : null;
    }

    /// <summary>The customer of a deal, where it has one.</summary>
    public EntityReference? Customer(DealRow row) =>
        row.Account.Length > 0 ? new EntityReference("account", customers[row.Account]) : null;

    /// <summary>The product and its list price. The file writes one product both 'GTX Pro' and 'GTXPro'; spaces don't count.</summary>
    public (EntityReference Product, decimal Price) Product(DealRow row)
    {
        (Guid id, decimal price) = products[WithoutSpaces(row.Product)];
        return (new EntityReference("product", id), price);
    }

    /// <summary>The partners on a deal: who sold it, in the role of its track, and those that the sample adds.</summary>
    public IEnumerable<(EntityReference Partner, string Role)> Partners(DealRow row)
    {
        PartnerLine seller = agents[row.Agent];
        return partners[row.Number]
            .Select(line => (line.PartnerCode, line.Role))
            .Append((PartnerCode: seller.Code, Role: seller.Track))
            .DistinctBy(line => line.PartnerCode)
            .Select(line => (Partner(line.PartnerCode), line.Role));
    }

    /// <summary>The registrations of a deal that were decided before it closed.</summary>
    public IEnumerable<RegistrationLine> Registrations(DealRow row) => registrations[row.Number];

    /// <summary>How the deal came about, or null for a plain direct sale.</summary>
    public MotionLine? Motion(DealRow row) => motions.GetValueOrDefault(row.Number);

    /// <summary>The partner with a code.</summary>
    public EntityReference Partner(string code) => world.Partners.TryGetValue(code, out Guid id)
        ? new EntityReference("cov_partner", id)
        : throw new TrialStoppedException($"A sample file names the partner {code}, whom samples/partners.csv does not.");

    private static string WithoutSpaces(string name) => name.Replace(" ", "", StringComparison.Ordinal);
}

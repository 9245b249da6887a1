using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.Configuration.Attributes;

namespace CrmAddon.Local.Trial.Setup;

/// <summary>A partner organisation of the sample.</summary>
public sealed record PartnerLine(string Code, string Name, string Track, string Tier, string Email, string Office);

/// <summary>A partner's standing role with a customer.</summary>
public sealed record EngagementLine(
    [Name("cloud_account")] string CloudAccount,
    [Name("customer")] string CustomerName,
    [Name("partner")] string PartnerCode,
    string Role,
    DateTime From,
    DateTime? Until);

/// <summary>A further partner on a deal.</summary>
public sealed record DealPartnerLine([Name("opportunity_id")] string Deal, [Name("partner")] string PartnerCode, string Role);

/// <summary>A deal registration; without a date of approval it still waits.</summary>
public sealed record RegistrationLine(
    [Name("opportunity_id")] string Deal,
    [Name("partner")] string PartnerCode,
    string Role,
    DateTime Submitted,
    DateTime? Approved);

/// <summary>How a deal came about, where it is not a plain direct sale.</summary>
public sealed record MotionLine(
    [Name("opportunity_id")] string Deal,
    string Motion,
    string Source,
    [Name("sourcing_partner")] string SourcingPartner);

/// <summary>A customer of the sample.</summary>
public sealed record AccountLine(string Account, [Name("office_location")] string Country, int? Employees);

/// <summary>A product of the sample.</summary>
public sealed record ProductLine(string Product, [Name("sales_price")] decimal Price);

/// <summary>The sample's master data: small files that the project carries beside the deals and the usage.</summary>
public sealed class SampleFiles
{
    private readonly string folder;

    /// <summary>Reads from the folder <c>samples</c>.</summary>
    public SampleFiles(string folder) => this.folder = folder;

    /// <summary>The partner organisations.</summary>
    public IReadOnlyList<PartnerLine> Partners => Read<PartnerLine>("partners.csv");

    /// <summary>Who serves which customer.</summary>
    public IReadOnlyList<EngagementLine> Engagements => Read<EngagementLine>("engagements.csv");

    /// <summary>The customers of the deals.</summary>
    public IReadOnlyList<AccountLine> Accounts => Read<AccountLine>(Path.Combine("crm", "accounts.csv"));

    /// <summary>What is sold.</summary>
    public IReadOnlyList<ProductLine> Products => Read<ProductLine>(Path.Combine("crm", "products.csv"));

    /// <summary>Further partners by deal.</summary>
    public ILookup<string, DealPartnerLine> DealPartners => Read<DealPartnerLine>("deal-partners.csv").ToLookup(line => line.Deal, StringComparer.Ordinal);

    /// <summary>Registrations by deal.</summary>
    public ILookup<string, RegistrationLine> Registrations => Read<RegistrationLine>("registrations.csv").ToLookup(line => line.Deal, StringComparer.Ordinal);

    /// <summary>Motions and sources by deal.</summary>
    public IReadOnlyDictionary<string, MotionLine> Motions => Read<MotionLine>("deal-motions.csv").ToDictionary(line => line.Deal, StringComparer.Ordinal);

    private List<T> Read<T>(string file)
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(folder, file)), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            PrepareHeaderForMatch = heading => heading.Header.Trim().ToLowerInvariant(),
        });
        return [.. csv.GetRecords<T>()];
    }
}

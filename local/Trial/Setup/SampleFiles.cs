using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;

namespace CrmAddon.Local.Trial.Setup;

/// <summary>A partner organisation of the sample.</summary>
public sealed record PartnerLine(string Code, string Name, string Track, string Tier, string Email);

/// <summary>A partner's standing role with a customer.</summary>
public sealed record EngagementLine(string CloudAccount, string Customer, string PartnerCode, string Role, DateTime From, DateTime? Until);

/// <summary>A further partner on a deal.</summary>
public sealed record DealPartnerLine(string Deal, string PartnerCode, string Role);

/// <summary>A deal registration; without a date of approval it still waits.</summary>
public sealed record RegistrationLine(string Deal, string PartnerCode, string Role, DateTime Submitted, DateTime? Approved);

/// <summary>How a deal came about, where it is not a plain direct sale.</summary>
public sealed record MotionLine(string Deal, string Motion, string Source, string SourcingPartner);

/// <summary>A customer of the sample.</summary>
public sealed record AccountLine(string Name, string Country, int? Employees);

/// <summary>A product of the sample.</summary>
public sealed record ProductLine(string Name, decimal Price);

/// <summary>The sample's master data: small files that the project carries beside the deals and the usage.</summary>
public sealed class SampleFiles
{
    private readonly string folder;

    /// <summary>Reads from the folder <c>samples</c>.</summary>
    public SampleFiles(string folder)
    {
        this.folder = folder;
        Partners = Read("partners.csv", csv => new PartnerLine(
            csv.GetString("code"), csv.GetString("name"), csv.GetString("track"), csv.GetString("tier"), csv.GetString("email")));
    }

    /// <summary>The partner organisations.</summary>
    public IReadOnlyList<PartnerLine> Partners { get; }

    /// <summary>Who serves which customer.</summary>
    public IReadOnlyList<EngagementLine> Engagements => Read("engagements.csv", csv => new EngagementLine(
        csv.GetString("cloud_account"), csv.GetString("customer"), csv.GetString("partner"), csv.GetString("role"), Day(csv, "from")!.Value, Day(csv, "until")));

    /// <summary>The customers of the deals.</summary>
    public IReadOnlyList<AccountLine> Accounts => Read(Path.Combine("crm", "accounts.csv"), csv => new AccountLine(
        csv.GetString("account"),
        csv.GetString("office_location"),
        int.TryParse(csv.GetString("employees"), NumberStyles.None, CultureInfo.InvariantCulture, out int employees) ? employees : null));

    /// <summary>What is sold.</summary>
    public IReadOnlyList<ProductLine> Products => Read(Path.Combine("crm", "products.csv"), csv => new ProductLine(
        csv.GetString("product"), decimal.Parse(csv.GetString("sales_price"), NumberStyles.Number, CultureInfo.InvariantCulture)));

    /// <summary>Further partners by deal.</summary>
    public ILookup<string, DealPartnerLine> DealPartners => Read("deal-partners.csv", csv => new DealPartnerLine(
        csv.GetString("opportunity_id"), csv.GetString("partner"), csv.GetString("role"))).ToLookup(line => line.Deal, StringComparer.Ordinal);

    /// <summary>Registrations by deal.</summary>
    public ILookup<string, RegistrationLine> Registrations => Read("registrations.csv", csv => new RegistrationLine(
        csv.GetString("opportunity_id"), csv.GetString("partner"), csv.GetString("role"), Day(csv, "submitted")!.Value, Day(csv, "approved")))
        .ToLookup(line => line.Deal, StringComparer.Ordinal);

    /// <summary>Motions and sources by deal.</summary>
    public IReadOnlyDictionary<string, MotionLine> Motions => Read("deal-motions.csv", csv => new MotionLine(
        csv.GetString("opportunity_id"), csv.GetString("motion"), csv.GetString("source"), csv.GetString("sourcing_partner")))
        .ToDictionary(line => line.Deal, StringComparer.Ordinal);

    private static DateTime? Day(CsvReader csv, string column) => csv.GetString(column) is { Length: > 0 } text
        ? DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    private List<T> Read<T>(string file, Func<CsvReader, T> line)
    {
        using CsvReader csv = CsvReader.FromFile(Path.Combine(folder, file), new CsvReaderOptions { Separator = ',', TrimWhitespace = true });
        csv.ReadHeader();
        var lines = new List<T>();
        while (csv.Read())
        {
            lines.Add(line(csv));
        }

        return lines;
    }
}

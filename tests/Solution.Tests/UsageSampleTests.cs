using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Solution.Tests;

/// <summary>The synthetic year tells the stories that samples/README.md promises, and the published data are the published data.</summary>
[TestClass]
public sealed class UsageSampleTests
{
    private const string SyntheticYear = "synthetic-usage-2025-04_2026-03.csv";

    [TestMethod]
    [DataRow("synthetic-01", "2026-03", "62000")]
    [DataRow("synthetic-03", "2025-04", "10000")]
    [DataRow("synthetic-03", "2026-03", "10000")]
    [DataRow("synthetic-04", "2026-02", "40.25")]
    [DataRow("synthetic-04", "2026-03", "0")]
    [DataRow("synthetic-06", "2026-01", "0")]
    [DataRow("synthetic-06", "2026-02", "15000.3333333333")]
    [DataRow("synthetic-07", "2026-02", "15750.75")]
    [DataRow("synthetic-12", "2026-01", "9160.376543211")]
    public void A_customers_month_adds_up_exactly(string customer, string month, string total) =>
        Assert.AreEqual(decimal.Parse(total, CultureInfo.InvariantCulture), Usage(customer, month));

    [TestMethod]
    public void The_growing_customer_grows_by_exactly_a_fifth_over_three_months()
    {
        decimal Sum(params string[] months) => months.Sum(m => Usage("synthetic-01", m));
        Assert.AreEqual(1.2m, Sum("2026-01", "2026-02", "2026-03") / Sum("2025-10", "2025-11", "2025-12"));
    }

    [TestMethod]
    public void The_year_names_itself_synthetic_on_every_row()
    {
        var rows = SampleFile.Read("focus", SyntheticYear);
        Assert.AreEqual(rows.Count, rows.Count(r => r["ProviderName"] == "SyntheticCloud" && r["Tags"] == "{\"synthetic\":\"true\"}"));
    }

    [TestMethod]
    public void The_year_has_the_columns_of_FOCUS_1_2()
    {
        var list = Repository.Shared("data", "focus", "spec-1.2", "focus-1.2-columns.csv");
        if (!File.Exists(list))
            Assert.Inconclusive("The list of FOCUS 1.2 columns is not beside the repository (../shared/data/focus), so nothing was checked.");
        var header = SampleFile.Read("focus", SyntheticYear)[0].Keys;
        var columns = File.ReadLines(list).Skip(1).Select(l => l.Split(',')).Where(c => c.Length > 2).ToList();
        var missing = columns.Where(c => c[2] == "Mandatory").Select(c => c[0]).Except(header);
        var unknown = header.Except(columns.Select(c => c[0]));
        Assert.AreEqual("missing: ; unknown: ", $"missing: {string.Join(",", missing)}; unknown: {string.Join(",", unknown)}");
    }

    [TestMethod]
    [DataRow("crm/accounts.csv", "e5242324768a563fc632cddfed49a29acbbf2892b8a3c6453cc9650de9ae0358")]
    [DataRow("crm/data_dictionary.csv", "22b34e498d07e3d7f322afdbf81d70a5dc0a389792944e50ca2af86a3597f0af")]
    [DataRow("crm/products.csv", "7c1c8cbbdb6d4c286902e1985eeb529a36366d6a43f43cd4a93c4b1da2a6eb84")]
    [DataRow("crm/sales_pipeline.csv", "825ce8f6c32d4009548b468df3173d55a46fd73f2531f532c5459371dc52adf2")]
    [DataRow("crm/sales_teams.csv", "aeff1272ebe196f5a27e3fc0578aa27abf48ed9ae461aa344fb95990e5ad8bd1")]
    [DataRow("focus/focus_sample_1000.csv", "e91e5ac7edf01ed2c9d926f37ef7dc1ae2aae97956fea8da6c9ee488b1c2839e")]
    public void Published_data_are_carried_byte_for_byte(string file, string sha256) =>
        Assert.AreEqual(sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine([Repository.Samples, .. file.Split('/')])))));

    private static decimal Usage(string customer, string month) => SampleFile.Read("focus", SyntheticYear)
        .Where(r => r["SubAccountId"] == customer && r["ChargePeriodStart"].StartsWith(month, StringComparison.Ordinal))
        .Sum(r => decimal.Parse(r["BilledCost"], CultureInfo.InvariantCulture));
}

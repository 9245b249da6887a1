using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CrmAddon.Worker.Usage;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace CrmAddon.Worker.Tests.Usage;

[TestClass]
public sealed class ParquetTests
{
    private static readonly string?[] Accounts = ["acme", "beta", null, "acme"];
    private static readonly DateTime?[] Months = [Day(2026, 3, 1), Day(2026, 3, 31), Day(2026, 2, 1), null];

    [TestMethod]
    public async Task The_same_data_give_the_same_rows_from_Parquet_as_from_CSV()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var csv = Charge.File(folder,
            new("0.1"), new("-2.5000000001", SubAccount: "beta", Month: "2026-03-31"), new("3", SubAccount: "", Month: "2026-02-01"),
            new("4", Month: ""));
        var fromCsv = UsageImport.Run(crm.Service, csv, new() { Currency = "USD" });
        var stored = crm.Usage();

        var fields = Fields(new DecimalDataField("BilledCost", 38, 10, isNullable: true));
        var parquet = await Write(folder, fields, async group =>
            await group.WriteAsync<decimal>(fields[^1], new decimal?[] { 0.1m, -2.5000000001m, 3m, 4m }));
        var fromParquet = UsageImport.Run(crm.Service, parquet, new() { Currency = "USD" });

        Assert.AreSequenceEqual(stored, crm.Usage());
        Assert.AreEqual((4L, 3L, 1L), (fromParquet.RowsRead, fromParquet.RowsStored, fromParquet.RowsRefused));
        Assert.AreEqual(3, fromParquet.Unchanged);
        Assert.AreSequenceEqual(
            fromCsv.Snapshots.Select(snapshot => snapshot.Id), fromParquet.Snapshots.Select(snapshot => snapshot.Id));
        Assert.AreEqual("4: ChargePeriodStart is empty", $"{fromParquet.Refusals.Single().Line}: {fromParquet.Refusals.Single().Reason}");
    }

    [TestMethod]
    public async Task Floating_point_numbers_count_as_the_decimals_that_they_stand_for()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var fields = Fields(new DataField<double?>("BilledCost"));
        var file = await Write(folder, fields, async group =>
            await group.WriteAsync<double>(fields[^1], new double?[] { 0.1, 0.2, 4.81298076439E-7, 1 }));
        var result = UsageImport.Run(crm.Service, file, new() { Currency = "USD" });
        Assert.AreEqual("0.300000481298076439", result.ExactTotal.ToString());
    }

    [TestMethod]
    public async Task Decimals_with_more_digits_than_a_decimal_of_NET_keep_them_all()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var fields = Fields(new BigDecimalDataField("BilledCost", 38, 30, isNullable: true));
        var file = await Write(folder, fields, async group => await group.WriteAsync<BigDecimal>(fields[^1], new BigDecimal?[]
        {
            new(System.Numerics.BigInteger.Parse("12345678901234567890123456789012345678", null), 38, 30), new(1, 38, 30), null, null,
        }));
        var result = UsageImport.Run(crm.Service, file, new() { Currency = "USD" });
        Assert.AreEqual("12345678.901234567890123456789012345679", result.ExactTotal.ToString());
    }

    [TestMethod]
    public async Task Row_groups_are_read_one_after_the_other_and_lines_count_through()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var fields = Fields(new DecimalDataField("BilledCost", 38, 10, isNullable: true));
        var file = await Write(folder, fields, async group =>
            await group.WriteAsync<decimal>(fields[^1], new decimal?[] { 1, 2, null, 4 }), groups: 3);
        var result = UsageImport.Run(crm.Service, file, new() { Currency = "USD" });
        Assert.AreEqual((12L, 6L), (result.RowsRead, result.RowsStored));
        Assert.AreEqual("9", result.ExactTotal.ToString());
        Assert.AreSequenceEqual([3L, 4, 7, 8, 11, 12], result.Refusals.Select(refusal => refusal.Line));
    }

    [TestMethod]
    public async Task A_file_cut_anywhere_is_refused_and_nothing_is_stored()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var fields = Fields(new DecimalDataField("BilledCost", 38, 10, isNullable: true));
        var whole = File.ReadAllBytes(await Write(folder, fields, async group =>
            await group.WriteAsync<decimal>(fields[^1], new decimal?[] { 1, 2, 3, 4 })));
        for (var length = 4; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(folder["cut.parquet"], whole[..length]);
            Assert.ThrowsExactly<UsageFileException>(() => UsageImport.Run(crm.Service, folder["cut.parquet"], new() { Currency = "USD" }));
        }

        Assert.IsEmpty(crm.All("cov_usage"));
    }

    private static DataField[] Fields(DataField cost) =>
    [
        new DataField<string>("ProviderName"), new DataField<string>("BillingAccountId"), new DataField<string>("SubAccountId"),
        new DataField<string>("ServiceName"), new DataField<string>("ChargeCategory"), new DataField<string>("BillingCurrency"),
        new DataField<DateTime?>("ChargePeriodStart"), new DataField<DateTime>("BillingPeriodStart"), cost,
    ];

    private static async Task<string> Write(
        TestFolder folder, DataField[] fields, Func<ParquetRowGroupWriter, Task> writeCosts, int groups = 1)
    {
        var path = folder["usage.parquet"];
        await using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream);
        for (var i = 0; i < groups; i++)
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync(fields[0], Same("AWS"));
            await group.WriteAsync(fields[1], Same("100"));
            await group.WriteAsync(fields[2], Accounts!);
            await group.WriteAsync(fields[3], Same("Compute"));
            await group.WriteAsync(fields[4], Same("Usage"));
            await group.WriteAsync(fields[5], Same("USD"));
            await group.WriteAsync<DateTime>(fields[6], Months);
            await group.WriteAsync<DateTime>(fields[7], Enumerable.Repeat(Day(2026, 3, 1), Accounts.Length).ToArray());
            await writeCosts(group);
        }

        return path;
    }

    private static List<string> Same(string text) => [.. Enumerable.Repeat(text, Accounts.Length)];

    private static DateTime Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
}

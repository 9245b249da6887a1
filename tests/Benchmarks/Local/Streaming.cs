using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Benchmarks.Local;

/// <summary>A stream of rows, written and read again page by page: rows a second, and whether memory stays flat.</summary>
internal static class Streaming
{
    private const int Batch = 1000;

    public static void Write(IOrganizationService service, int rows, IReadOnlyList<Guid> accounts)
    {
        using var memory = new MemoryWatch();
        var took = Report.Measure(() =>
        {
            foreach (var numbers in RowSource.Batches(0, rows, Batch))
            {
                Place.CreateMany(service, numbers, accounts);
                Report.Progress("created", numbers[^1] + 1, rows);
            }
        });
        Report.Line($"{"stream: " + rows.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) + " rows created",-54} {rows / took.Wall.TotalSeconds,10:N0} a second, {rows / took.Cpu.TotalSeconds,8:N0} a CPU second");
        Memory("  memory while creating", memory);
    }

    public static void Read(IOrganizationService service, int rows, BareSqlite bare)
    {
        using var memory = new MemoryWatch();
        var read = 0;
        var took = Report.Measure(() =>
        {
            var query = Query();
            EntityCollection page;
            do
            {
                page = service.RetrieveMultiple(query);
                read += page.Entities.Count;
                Report.Progress("read", read, rows);
                query.PageInfo.PageNumber++;
                query.PageInfo.PagingCookie = page.PagingCookie;
            }
            while (page.MoreRecords);
        });
        if (read != rows)
        {
            throw new InvalidOperationException($"{read} rows were read, {rows} were written.");
        }

        var whole = Report.Measure(() => bare.Read("SELECT * FROM bare"));
        Report.Rate("stream: rows read in pages of 5,000 by cookie", read, took, whole);
        Memory("  memory while reading", memory);
    }

    private static QueryExpression Query() => new(RowSource.Table)
    {
        ColumnSet = new ColumnSet("ben_name", "ben_code", "ben_number", "ben_amount", "ben_kind", "ben_day", "ben_accountid"),
        PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 },
    };

    private static void Memory(string what, MemoryWatch memory) => Report.Line(
        $"{what,-54} {memory.At(0.1),6:N0} MB at a tenth, {memory.At(0.5):N0} at half, {memory.At(1):N0} at the end; {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:N0} MB in use afterwards");
}

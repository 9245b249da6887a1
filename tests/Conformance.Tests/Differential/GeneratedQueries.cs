using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using CrmAddon.Conformance.Twins;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Conformance.Differential;

/// <summary>
/// Generated queries over generated rows, answered by the runtime and by a slow evaluator in memory that was written from the
/// documentation. CONFORMANCE_ITERATIONS says how many sets of rows; each is asked many times.
/// </summary>
[TestClass]
public sealed class GeneratedQueries
{
    private const int QueriesOfASet = 25;
    private static readonly Lazy<Template> Tables = new(() =>
        new Template(Outline.Read(Path.Combine(AppContext.BaseDirectory, "Cases", "generated.world"), "generated.world")));

    private static int Iterations =>
        int.TryParse(Environment.GetEnvironmentVariable("CONFORMANCE_ITERATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 12;

    [TestMethod]
    public void Rows_are_what_the_evaluator_finds() => Sample(data => Generators.Query(data).Array[QueriesOfASet], (world, data, queries) =>
    {
        foreach (var query in queries)
        {
            var expected = query.Expected(data, world.Names);
            var rows = Ask(world, new FetchExpression(query.Fetch));
            Compare(query.Fetch, expected, rows.Select(r => query.Line(r, world.Names)), data);
            if (!query.Distinct && !query.InOrder(rows, data))
            {
                Assert.Fail($"The rows are not in the order that is asked for.\n{query.Fetch}");
            }

            if (ExpressionTwin.Of(query.Fetch, world.Metadata) is { } twin)
            {
                Compare(query.Fetch + "\nas QueryExpression", expected, Ask(world, twin).Select(r => query.Line(r, world.Names)), data);
            }
        }
    });

    [TestMethod]
    public void Pages_put_together_are_the_whole() => Sample(
        data => Gen.Select(Generators.Query(data), Gen.Int[1, 7]).Array[QueriesOfASet],
        (world, data, queries) =>
        {
            foreach (var (query, size) in queries.Where(q => q.Item1.Link?.Type != "outer" || !q.Item1.Distinct))
            {
                var whole = Ask(world, new FetchExpression(query.Fetch)).Select(r => query.Line(r, world.Names)).ToList();
                var pages = new List<Entity>();
                var xml = XElement.Parse(query.Fetch);
                xml.SetAttributeValue("count", size);
                for (var fetch = xml.ToString(); fetch is not null;)
                {
                    var page = world.System.RetrieveMultiple(new FetchExpression(fetch));
                    Assert.IsLessThanOrEqualTo(size, page.Entities.Count, fetch);
                    pages.AddRange(page.Entities);
                    fetch = page.MoreRecords ? Paging.Next(fetch, page.PagingCookie) : null;
                }

                Compare($"{query.Fetch}\nin pages of {size}", [.. whole.Order(StringComparer.Ordinal)], pages.Select(r => query.Line(r, world.Names)), data);
            }
        });

    [TestMethod]
    public void Aggregates_are_what_the_evaluator_finds() => Sample(data => Generators.Aggregate(data).Array[QueriesOfASet], (world, data, queries) =>
    {
        foreach (var query in queries)
        {
            Compare(query.Fetch, query.Expected(data, world.Names), Ask(world, new FetchExpression(query.Fetch)).Select(r => query.Line(r, world.Names)), data);
        }
    });

    [ClassCleanup]
    public static void Close()
    {
        if (Tables.IsValueCreated)
        {
            Tables.Value.Dispose();
        }
    }

    private static void Sample<T>(Func<MemoryData, Gen<T>> queries, Action<World, MemoryData, T> check) =>
        Generators.Data.SelectMany(data => queries(data).Select(q => (data, q))).Sample(
            set =>
            {
                using var world = Tables.Value.Open([]);
                Store(world, Columns.Group, set.data.Groups);
                Store(world, Columns.Item, set.data.Items);
                check(world, set.data, set.q);
            },
            iter: Iterations,
            threads: 1,
            print: set => $"{set.data.Items.Count} items in {set.data.Groups.Count} groups");

    private static void Store(World world, string table, IReadOnlyList<MemoryRow> rows)
    {
        if (rows.Count > 0)
        {
            world.System.Execute(new OrganizationRequest("CreateMultiple")
            {
                ["Targets"] = new EntityCollection([.. rows.Select(r => r.ToEntity())]) { EntityName = table },
            });
        }
    }

    private static List<Entity> Ask(World world, QueryBase query) => [.. world.System.RetrieveMultiple(query).Entities];

    private static void Compare(string asked, List<string> expected, IEnumerable<string> actual, MemoryData data)
    {
        var found = actual.Order(StringComparer.Ordinal).ToList();
        if (!expected.SequenceEqual(found))
        {
            Assert.Fail($"{asked}\nover {data.Items.Count} items and {data.Groups.Count} groups\nonly expected:\n  {string.Join("\n  ", Without(expected, found))}\nonly actual:\n  {string.Join("\n  ", Without(found, expected))}");
        }
    }

    private static List<string> Without(List<string> lines, List<string> others)
    {
        var left = lines.ToList();
        others.ForEach(o => left.Remove(o));
        return left;
    }
}

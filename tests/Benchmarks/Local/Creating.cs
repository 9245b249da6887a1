using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Benchmarks.Local;

/// <summary>Rows a second: in batches, and one by one with one synchronous plug-in.</summary>
internal static class Creating
{
    private const int Batch = 1000;

    public static void Batches(Place place, int rows)
    {
        using var dataverse = place.Open("batches.db");
        var service = dataverse.CreateService();
        var accounts = Place.Accounts(service);
        Place.CreateMany(service, [.. Enumerable.Range(0, Batch)], accounts); // warm
        var multiple = Report.Measure(() =>
        {
            foreach (var numbers in RowSource.Batches(Batch, rows, Batch))
            {
                Place.CreateMany(service, numbers, accounts);
            }
        });
        var executed = Report.Measure(() =>
        {
            foreach (var numbers in RowSource.Batches(Batch + rows, rows, Batch))
            {
                var requests = new OrganizationRequestCollection();
                requests.AddRange(numbers.Select(n => new CreateRequest { Target = RowSource.Row(n, accounts) }));
                service.Execute(new ExecuteMultipleRequest
                {
                    Requests = requests,
                    Settings = new ExecuteMultipleSettings { ContinueOnError = false, ReturnResponses = true },
                });
            }
        });

        using var bare = new BareSqlite(place.File("batches-bare.db"));
        var inBatches = Report.Measure(() =>
        {
            foreach (var numbers in RowSource.Batches(0, rows, Batch))
            {
                bare.Transaction(() => Array.ForEach(numbers, n => bare.Insert(n, accounts)));
            }
        });
        var oneByOne = Report.Measure(() =>
        {
            foreach (var number in Enumerable.Range(rows, rows))
            {
                bare.Insert(number, accounts);
            }
        });
        Report.Rate("creates, CreateMultiple of 1,000", rows, multiple, inBatches, wanted: 5000);
        Report.Rate("creates, ExecuteMultiple of 1,000 (a transaction each)", rows, executed, oneByOne);
    }

    public static void Single(Place place, int rows)
    {
        using var dataverse = place.Open("single.db", plugin: true);
        var service = dataverse.CreateService();
        var accounts = Place.Accounts(service);
        Create(0, 500); // warm
        var single = Report.Measure(() => Create(500, rows));
        using var bare = new BareSqlite(place.File("single-bare.db"));
        var bareSingle = Report.Measure(() =>
        {
            foreach (var number in Enumerable.Range(0, rows))
            {
                bare.Insert(number, accounts);
            }
        });
        Report.Rate("single creates with one synchronous plug-in", rows, single, bareSingle, wanted: 1000);

        void Create(int from, int count)
        {
            foreach (var number in Enumerable.Range(from, count))
            {
                service.Create(RowSource.Row(number, accounts));
            }
        }
    }
}

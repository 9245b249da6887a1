using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using System.Threading;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>The engine against the slow rules. How many programs are tried: the environment variable ORACLE_PROGRAMS.</summary>
[TestClass]
public sealed class OracleTests
{
    private static readonly long Programs = long.TryParse(
        Environment.GetEnvironmentVariable("ORACLE_PROGRAMS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 300;

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void The_engine_and_the_slow_rules_agree_to_the_cent()
    {
        var refused = new ConcurrentDictionary<string, int>();
        var different = new ConcurrentQueue<int>();
        int accepted = 0, rulings = 0;
        // All are tried, so that a long run tells of every difference and not of the first alone.
        Gen.Int.Sample(
            seed =>
            {
                var outcome = Trial.Of(seed).Run();
                if (outcome.Refused is { } codes)
                    refused.AddOrUpdate(codes, 1, (_, count) => count + 1);
                else
                    Interlocked.Increment(ref accepted);
                Interlocked.Add(ref rulings, outcome.Rulings);
                if (outcome.Difference is not null)
                    different.Enqueue(seed);
            },
            iter: Programs);

        Assert.AreEqual("", string.Join("\n", different.Take(5)
            .Select(seed => $"seed {seed}, one of {different.Count}\n{Trial.Of(seed).Smallest()}")));
        TestContext.WriteLine($"{accepted} programs with {rulings} rulings agree; refused by the checker: "
            + string.Join(", ", refused.OrderByDescending(one => one.Value).Select(one => $"{one.Key} {one.Value}")));
        Assert.IsGreaterThan(Programs / 2, accepted, "most generated programs can be published");
    }
}

using System.Linq;
using CrmAddon.Worker.Usage;

namespace CrmAddon.Worker.Tests.Usage;

[TestClass]
public sealed class KilledImportTests
{
    private static readonly Charge[] Before =
    [
        new("1"), new("2", SubAccount: "beta"), new("3", SubAccount: "gone"), new("4", SubAccount: "lost"), new("5", Billed: "2026-02-01"),
    ];

    private static readonly Charge[] After =
    [
        new("10"), new("2", SubAccount: "beta"), new("20", SubAccount: "new", Service: "Disks"), new("30", SubAccount: "newer"),
        new("6", Billed: "2026-02-01"), new("7", Provider: "Oracle"),
    ];

    private static readonly string[] Expected =
    [
        "AWS/100 acme focus:AWS/Compute 2026-03 billed 2026-02: 6 of 1",
        "AWS/100 acme focus:AWS/Compute 2026-03 billed 2026-03: 10 of 1",
        "AWS/100 beta focus:AWS/Compute 2026-03 billed 2026-03: 2 of 1",
        "AWS/100 new focus:AWS/Disks 2026-03 billed 2026-03: 20 of 1",
        "AWS/100 newer focus:AWS/Compute 2026-03 billed 2026-03: 30 of 1",
        "Oracle/100 acme focus:Oracle/Compute 2026-03 billed 2026-03: 7 of 1",
    ];

    [TestMethod]
    [DataRow(10_000, false)]
    [DataRow(10_000, true)]
    [DataRow(2, false)]
    [DataRow(2, true)]
    public void An_import_killed_at_any_call_and_run_again_leaves_the_same_rows(int transactionSize, bool afterwards)
    {
        var options = new UsageImportOptions { Currency = "USD", BatchSize = 2, TransactionSize = transactionSize };
        var died = true;
        for (var call = 1; died; call++)
        {
            using var crm = new TestCrm();
            using var folder = new TestFolder();
            UsageImport.Run(crm.Service, Charge.File(folder, Before), options);
            var file = Charge.File(folder, After);
            var service = new InterruptedService(crm.Service, call, afterwards);
            try
            {
                UsageImport.Run(service, file, options);
                died = false;
                Assert.IsGreaterThan(8, service.Calls);
            }
            catch (KilledException)
            {
                UsageImport.Run(crm.Service, file, options);
            }

            Assert.AreSequenceEqual(Expected, crm.Usage(), $"killed at call {call}");
            Assert.AreEqual(75m, crm.UsageTotal());
        }
    }

    [TestMethod]
    public void Nobody_ever_sees_half_of_a_snapshot()
    {
        var options = new UsageImportOptions { Currency = "USD", BatchSize = 1 };
        string[] march = [.. Expected.Where(IsMarch)];
        var died = true;
        for (var call = 1; died; call++)
        {
            using var crm = new TestCrm();
            using var folder = new TestFolder();
            UsageImport.Run(crm.Service, Charge.File(folder, Before), options);
            string[] before = [.. crm.Usage().Where(IsMarch)];
            try
            {
                UsageImport.Run(new InterruptedService(crm.Service, call, afterwards: true), Charge.File(folder, After), options);
                died = false;
            }
            catch (KilledException)
            {
                string[] now = [.. crm.Usage().Where(IsMarch)];
                Assert.IsTrue(now.SequenceEqual(before) || now.SequenceEqual(march), $"killed at call {call}: {string.Join("; ", now)}");
            }
        }

        static bool IsMarch(string row) =>
            row.StartsWith("AWS", System.StringComparison.Ordinal) && row.Contains("billed 2026-03", System.StringComparison.Ordinal);
    }
}

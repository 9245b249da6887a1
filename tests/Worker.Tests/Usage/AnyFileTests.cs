using System;
using System.IO;
using System.Linq;
using System.Text;
using CrmAddon.Worker.Usage;
using CsCheck;

namespace CrmAddon.Worker.Tests.Usage;

/// <summary>Whatever a file holds: every row is accounted for, or the file is refused in a sentence.</summary>
[TestClass]
public sealed class AnyFileTests
{
    private static readonly string Good = string.Join('\n', new Charge[]
    {
        new("1.5"), new("-2", SubAccount: "beta", Name: "\"B, Ltd\""), new("3E-7", Month: "2026-02-11 10:00:00"), new("4", Category: "Credit"),
    }.Select(charge => charge.Line).Prepend(Charge.Header)) + "\n";

    [TestMethod]
    public void A_file_damaged_anywhere_loses_no_row_silently()
    {
        var damage = Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Int[0, 3], Gen.OneOf('"', ',', '\n', '\r', '\0', 'é', '-', '\''));
        damage.Array[1, 6].Sample(
            wounds =>
            {
                var text = new StringBuilder(Good);
                foreach (var (at, kind, letter) in wounds)
                {
                    if (kind == 0)
                        text.Length = Math.Min(text.Length, at);
                    else if (at < text.Length && kind == 1)
                        text.Remove(at, 1);
                    else if (at < text.Length)
                        text.Insert(at, letter);
                }

                using var folder = new TestFolder();
                var file = folder.Write("usage.csv", text.ToString());
                using var refusals = new RefusalLog(new UsageImportOptions());
                try
                {
                    var reading = UsageReading.Of(file, new UsageImportOptions(), refusals, null);
                    return reading.RowsRead == reading.Snapshots.Sum(snapshot => snapshot.Rows) + refusals.Rows;
                }
                catch (UsageFileException e)
                {
                    return e.Message.EndsWith('.');
                }
            },
            iter: 2000);
    }

    [TestMethod]
    public void Every_example_of_the_specification_is_read_or_refused_with_a_reason()
    {
        if (Repository.Shared("data/focus/spec-1.2") is not { } folder)
        {
            Assert.Inconclusive("The examples of the FOCUS specification are not beside this repository (../shared/data/focus/spec-1.2).");
            return;
        }

        var options = new UsageImportOptions
        {
            Assumed = new System.Collections.Generic.Dictionary<Worker.Usage.Focus.FocusColumn, string>
            {
                [Worker.Usage.Focus.FocusColumn.ProviderName] = "Acme",
                [Worker.Usage.Focus.FocusColumn.BillingAccountId] = "100",
                [Worker.Usage.Focus.FocusColumn.BillingCurrency] = "USD",
            },
        };
        var files = Directory.GetFiles(Path.Combine(folder, "specification"), "*.csv", SearchOption.AllDirectories);
        Assert.IsNotEmpty(files);
        foreach (var file in files)
        {
            using var refusals = new RefusalLog(options);
            var reading = UsageReading.Of(file, options, refusals, null);
            Assert.IsGreaterThan(0, reading.RowsRead, file);
            Assert.AreEqual(reading.RowsRead, reading.Snapshots.Sum(snapshot => snapshot.Rows) + refusals.Rows, file);
        }
    }
}

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.EndToEnd.Tests;

[TestClass]
public sealed class KillTests
{
    // Each seed kills the process several times on its way, at other moments: while rows are loaded, jobs run, books close, mails go out.
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void A_main_job_killed_at_any_moment_and_run_again_ends_with_the_same_rows(int seed)
    {
        using var whole = new TrialProcess();
        Assert.AreEqual(0, whole.Run("--deals", whole.Deals(every: 100)).ExitCode);

        using var killed = new TrialProcess();
        string deals = killed.Deals(every: 100);
        var random = new Random(seed);
        int kills = 0;
        for (int attempt = 0; attempt < 6; attempt++)
        {
            TrialOutcome stopped = killed.Run(TimeSpan.FromMilliseconds(random.Next(1200, 5000)), "--deals", deals);
            kills += stopped.ExitCode is null ? 1 : 0;
            Assert.IsTrue(stopped.ExitCode is null or 0, stopped.Output);
        }

        TrialOutcome last = killed.Run("--deals", deals);

        Assert.AreEqual(0, last.ExitCode, last.Output);
        Assert.IsGreaterThan(0, kills);
        Books.AssertSame(Books.Content(whole.Database), Books.Content(killed.Database));
        CollectionAssert.AreEquivalent(whole.MailFiles(), killed.MailFiles());
    }
}

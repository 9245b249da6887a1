using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.EndToEnd.Tests;

[TestClass]
public sealed class ChangedDealsTests
{
    private const string Heading = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value";

    [TestMethod]
    public void A_deal_that_the_CRM_refuses_on_its_way_leaves_nothing_behind()
    {
        using var trial = new TrialProcess();
        string deals = trial.Write("deals.csv",
        [
            Heading,
            "EARLY001,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,1700-01-01,1054",
            "GOOD0002,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054",
        ]);

        TrialOutcome run = trial.Run("--deals", deals);

        Assert.AreEqual(0, run.ExitCode, run.Output);
        StringAssert.Contains(run.Output, "2 deals read = 1 stored + 0 stored before + 1 refused");
        StringAssert.Contains(run.Output, "deals.csv:2: The CRM refuses deal EARLY001: ");
        string books = Books.Content(trial.Database);
        Assert.IsFalse(books.Contains("EARLY001", StringComparison.Ordinal));
        Assert.AreEqual(1, books.Split('\n').Count(line => line.StartsWith("cov_dealpartner ", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void A_later_file_moves_open_deals_on_and_is_refused_where_it_contradicts_a_closed_one()
    {
        using var trial = new TrialProcess();
        string first = trial.Write("first.csv",
        [
            Heading,
            "MOVES001,Moses Frase,GTX Plus Basic,Cancity,Engaging,2016-10-20,,",
            "CLOSED02,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054",
        ]);
        string second = trial.Write("second.csv",
        [
            Heading,
            "MOVES001,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-04-01,900.10",
            "CLOSED02,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,2000",
        ]);
        Assert.AreEqual(0, trial.Run("--deals", first).ExitCode);

        TrialOutcome run = trial.Run("--deals", second);

        Assert.AreEqual(0, run.ExitCode, run.Output);
        StringAssert.Contains(run.Output, "2 deals read = 1 stored + 0 stored before + 1 refused");
        StringAssert.Contains(run.Output, "second.csv:3: Deal CLOSED02 was closed before as Won with 1054.00; the file says Won with 2000.00.");
        StringAssert.Matches(run.Output, new("won deals: credit \\+ house = amount +1,954.10 +1,954.10 +even"));
    }
}

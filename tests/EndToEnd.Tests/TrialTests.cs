using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.EndToEnd.Tests;

[TestClass]
public sealed class TrialTests
{
    [TestMethod]
    public void The_main_job_balances_its_account_and_delivers_a_mail_to_each_partner_with_a_statement()
    {
        using var trial = new TrialProcess();
        TrialOutcome run = trial.Run("--deals", trial.Deals(every: 60), "--mails", trial.Mails);

        Assert.AreEqual(0, run.ExitCode, run.Output);
        Assert.IsFalse(run.Output.Contains("OFF", StringComparison.Ordinal), run.Output);
        int statements = Rows(trial, "cov_statement");
        int mails = Directory.GetFiles(trial.Mails, "*statement*", SearchOption.AllDirectories).Length;
        Assert.IsGreaterThan(10, statements);
        Assert.AreEqual(statements, mails);
    }

    [TestMethod]
    public void A_second_run_writes_not_one_row()
    {
        using var trial = new TrialProcess();
        string deals = trial.Deals(every: 80);
        Assert.AreEqual(0, trial.Run("--deals", deals).ExitCode);
        string first = Books.Everything(trial.Database);

        TrialOutcome again = trial.Run("--deals", deals);

        Assert.AreEqual(0, again.ExitCode, again.Output);
        Books.AssertSame(first, Books.Everything(trial.Database));
    }

    [TestMethod]
    public void A_program_with_errors_is_shown_whole_and_touches_nothing()
    {
        using var trial = new TrialProcess();
        string rules = trial.Write("broken.rules",
        [
            "language 1",
            "program \"Broken\" in USD",
            "  rounding to the cent, half even",
            "role ISV, Reseller",
            "credit \"Shares\"",
            "  for deals",
            "  shares",
            "    ISV 30%",
            "    Reseler 60%",
        ]);

        TrialOutcome run = trial.Run("--rules", rules);

        Assert.AreEqual(1, run.ExitCode, run.Output);
        StringAssert.Contains(run.Output, "broken.rules:9:5: error");
        StringAssert.Contains(run.Output, "Reseller");
        Assert.IsFalse(File.Exists(trial.Database));
    }

    [TestMethod]
    public void A_program_with_roles_that_no_partner_can_have_touches_nothing()
    {
        using var trial = new TrialProcess();
        string rules = trial.Write("finders.rules",
        [
            "language 1",
            "program \"Finders\" in USD",
            "  rounding to the cent, half even",
            "role Finder, MSP",
            "credit \"Shares\"",
            "  for deals",
            "  shares",
            "    Finder 40%",
            "    MSP 60%",
        ]);

        TrialOutcome run = trial.Run("--rules", rules);

        Assert.AreEqual(1, run.ExitCode, run.Output);
        StringAssert.Contains(run.Output, "has no role Finder that a partner could have. Use ISV, Reseller, SI, MSP, Referral");
        Assert.IsFalse(File.Exists(trial.Database));
    }

    [TestMethod]
    public void Lines_of_a_deals_file_that_cannot_be_used_are_set_aside_with_line_and_reason_and_the_rest_goes_in()
    {
        using var trial = new TrialProcess();
        string deals = trial.Write("deals.csv",
        [
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
            "GOOD0001,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054",
            "GOOD0001,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054",
            "BAD00002,Nobody Known,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054",
            "BAD00003,Moses Frase,GTX Plus Basic,Cancity,Won,20.10.2016,2017-03-01,1054",
            "BAD00004,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,,1054",
            "BAD00005,Moses Frase,GTX Plus Basic,Cancity,Gewonnen,2016-10-20,2017-03-01,\"1.054,00\"",
            "GOOD0006,Moses Frase,GTXPro,,Prospecting,,,",
            "BAD\uFFFD008,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054",
        ]);

        TrialOutcome run = trial.Run("--deals", deals);

        Assert.AreEqual(0, run.ExitCode, run.Output);
        StringAssert.Contains(run.Output, "8 deals read = 2 stored + 0 stored before + 6 refused");
        StringAssert.Contains(run.Output, "deals.csv:3: Deal GOOD0001 stands already on line 2");
        StringAssert.Contains(run.Output, "deals.csv:4: 'Nobody Known' in sales_agent is no partner");
        StringAssert.Contains(run.Output, "deals.csv:5: A date is not written as 2017-03-01.");
        StringAssert.Contains(run.Output, "deals.csv:6: The deal is Won but has no close_date.");
        StringAssert.Contains(run.Output, "deals.csv:7: 'Gewonnen' is no stage");
        StringAssert.Contains(run.Output, "deals.csv:9: The number in opportunity_id holds a character that can't be read");
    }

    [TestMethod]
    [DataRow("--close", "March")]
    [DataRow("--close", "0001-01")]
    [DataRow("--deals", ".")]
    [DataRow("--db", ".")]
    [DataRow("--deals", "no-such-file.csv")]
    [DataRow("--usage", "no-such-file.csv")]
    [DataRow("--rules", "no-such-file.rules")]
    public void A_wrong_argument_is_refused_with_a_sentence_before_anything_is_made(string option, string value)
    {
        using var trial = new TrialProcess();
        TrialOutcome run = trial.Run(option, value);

        Assert.AreEqual(1, run.ExitCode, run.Output);
        Assert.IsFalse(File.Exists(trial.Database), run.Output);
        Assert.IsFalse(run.Output.Contains("   at ", StringComparison.Ordinal), run.Output);
    }

    private static int Rows(TrialProcess trial, string table) =>
        Books.Content(trial.Database).Split('\n').Count(line => line.StartsWith(table + " ", StringComparison.Ordinal));
}

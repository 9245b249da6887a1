using System;
using System.IO;
using System.Linq;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Conformance;

/// <summary>The runner finds what is wrong: a case that expects something else than happens fails, with its file, line and both sides.</summary>
[TestClass]
public sealed class RunnerTests
{
    private const string World = "account A: name=Contoso, revenue=5\ncase: one\n";
    private const string Query = "  <fetch><entity name=\"account\"><attribute name=\"name\" /><attribute name=\"revenue\" /></entity></fetch>\n";

    [TestMethod]
    [DataRow(Query + "  expect\n    name\n    Fabrikam", "Fabrikam    Contoso", DisplayName = "another value")]
    [DataRow(Query + "  expect\n    name | revenue\n    Contoso |", "Contoso | 5", DisplayName = "a value where none is expected")]
    [DataRow(Query + "  expect\n    name | name (type)\n    Contoso | whole", "Contoso | text", DisplayName = "another type")]
    [DataRow(Query + "  expect\n    name\n    Contoso\n    Contoso", "the rows differ", DisplayName = "a row too few")]
    [DataRow(Query + "  expect nothing", "actual 1", DisplayName = "a row too many")]
    [DataRow(Query + "  fault 0x80040217", "it succeeded", DisplayName = "no fault")]
    [DataRow("  update account:missing: name=x", "0x80040217", DisplayName = "a fault that nobody expects")]
    [DataRow("  update account:missing: name=x\n  fault 0x80040237", "0x80040217", DisplayName = "a fault with another code")]
    [DataRow("  update account:missing: name=x\n  fault 'nothing of the kind'", "Does Not Exist", DisplayName = "a fault with another text")]
    [DataRow("  update account:missing: name=x\n  row A: name=Contoso", "0x80040217", DisplayName = "a fault before what is stored")]
    [DataRow("  update A: name=x\n  row A: name=Contoso", "Contoso     x", DisplayName = "another stored value")]
    [DataRow("  no row A", "exists", DisplayName = "a row that is there")]
    [DataRow("  rows of account: 2", "actual 1", DisplayName = "another number of rows")]
    [DataRow("  step Update of account\n    trace \"ran\"\n  update A: name=x\n  trace nothing", "ran", DisplayName = "a trace that nobody expects")]
    [DataRow("  update A: name=x\n  trace\n    ran", "ran", DisplayName = "a trace that is missing")]
    [DataRow("  update B: name=x", "no row is called 'B'", DisplayName = "a name that is not there")]
    [DataRow("  do something", "'do' is nothing that a case can do", DisplayName = "a word that is not known")]
    public void What_is_not_as_expected_fails(string lines, string part)
    {
        var failure = Assert.ThrowsExactly<CaseException>(() => Run(World + lines));
        StringAssert.StartsWith(failure.Message, "wrong.case(", StringComparison.Ordinal);
        StringAssert.Contains(failure.Message, part, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("table new_x owned by user\n  new_name wordy 5", "wordy", DisplayName = "a type of column")]
    [DataRow("table new_x\n  new_name text 5", "owned by", DisplayName = "a table without an owner")]
    [DataRow("use nowhere", "nowhere.world", DisplayName = "a world that is not there")]
    [DataRow("role R\n  account: read everything", "read everything", DisplayName = "a depth")]
    [DataRow("nothing X: name=x", "'nothing'", DisplayName = "a row of no table")]
    [DataRow("account | name\n  A | x | y", "3 cells", DisplayName = "a cell too many")]
    public void What_a_world_says_wrongly_is_told_with_its_line(string world, string part)
    {
        var failure = Assert.ThrowsExactly<CaseException>(() => Run(world + "\ncase: one\n  rows of account: 0"));
        StringAssert.StartsWith(failure.Message, "wrong.case(", StringComparison.Ordinal);
        StringAssert.Contains(failure.Message, part, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Every_case_of_the_corpus_expects_something()
    {
        string[] expecting = ["expect", "fault", "row", "rows", "no", "trace", "access", "total", "more"];
        var folder = Path.Combine(AppContext.BaseDirectory, "Cases");
        var silent = Directory.EnumerateFiles(folder, "*.case", SearchOption.AllDirectories)
            .SelectMany(path => CaseFile.Read(folder, path).Cases)
            .Where(c => !c.Lines.Any(l => expecting.Contains(l.FirstWord)))
            .Select(c => c.ToString());
        Assert.AreEqual(string.Empty, string.Join("\n", silent));
    }

    private static void Run(string text)
    {
        var folder = Directory.CreateTempSubdirectory("crmaddon-runner-").FullName;
        try
        {
            var path = Path.Combine(folder, "wrong.case");
            File.WriteAllText(path, text);
            var file = CaseFile.Read(folder, path);
            using var template = new Template(file.World);
            using var world = template.Open(file.Cases[0].Steps);
            new CaseRun(world).Run(file.Cases[0].Lines);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

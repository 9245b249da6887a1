using System.IO;
using System.Linq;
using CrmAddon.SolutionPackager.Diagram;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Solution.Tests;

/// <summary>The picture in the solution's README is the metadata's.</summary>
[TestClass]
public sealed class DiagramTests
{
    /// <summary>Nearly every row has these, so that they would hide the rest.</summary>
    private static readonly string[] LeftOut = ["cov_program", "systemuser", "transactioncurrency"];

    [TestMethod]
    public void The_README_draws_the_relations_of_the_solution()
    {
        var readme = File.ReadAllLines(Path.Combine(Repository.Root, "solution", "README.md"));
        var drawn = readme.SkipWhile(line => line != "erDiagram").TakeWhile(line => line != "```");
        Assert.AreEqual(string.Join("\n", EntityDiagram.Of(Repository.SolutionFiles, LeftOut)), string.Join("\n", drawn));
    }
}

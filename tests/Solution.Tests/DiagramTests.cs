using System;
using System.IO;
using System.Linq;
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
        var drawn = readme.SkipWhile(line => line != "erDiagram").Skip(1).TakeWhile(line => line != "```");
        var relations =
            from relation in Metadata.Solution.Relations
            where relation.Column.StartsWith("cov_", StringComparison.Ordinal) && !LeftOut.Contains(relation.To)
            let role = relation.Column["cov_".Length..^"id".Length]
            orderby relation.To, relation.From, role
            select $"  {relation.To} ||--o{{ {relation.From} : {role}";
        Assert.AreEqual(string.Join("\n", relations), string.Join("\n", drawn));
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>A component keeps its id for good: Ids.txt lists them all, and a line that is there once never changes.</summary>
[TestClass]
public sealed class StabilityTests
{
    private static readonly List<string> Listed = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Validation", "Ids.txt")).Where(line => !line.StartsWith('#'))];

    private static readonly List<string> Held = [.. IdRules.OfComponents(Installation.Real).Select(c => $"{c.Id} {c.What} {Owner(c.File)}").Order(StringComparer.Ordinal)];

    [TestMethod]
    public void No_id_that_was_given_has_changed_or_gone() => Assert.AreEqual("", string.Join("\n", Listed.Except(Held)));

    [TestMethod]
    public void Every_id_is_on_the_list() => Assert.AreEqual("", string.Join("\n", Held.Except(Listed)), "These lines are missing in tests/Solution.Tests/Validation/Ids.txt:");

    /// <summary>Table or folder to which the component belongs.</summary>
    private static string Owner(string file) => file.StartsWith("Entities/", StringComparison.Ordinal) ? file.Split('/')[1] : file.Split('/')[0];
}

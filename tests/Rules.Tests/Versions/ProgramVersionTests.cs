using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Versions;

/// <summary>The versions of a program follow each other, month by month.</summary>
[TestClass]
public sealed class ProgramVersionTests
{
    [TestMethod]
    public void Versions_that_follow_each_other_are_in_order() => Assert.AreEqual("",
        Found(Version("1", "2026-01"), Version("2", "2026-04"), Version("3", "2026-05", "2026-12"), Version("4", "2027-01")));

    [TestMethod]
    public void Two_versions_of_one_month_are_an_overlap() => Assert.AreEqual(
        "2:1:1: error RUL0610: \"2\" and \"1\" both take effect from 2026-01 | let \"2\" take effect from 2026-02 or later",
        Found(Version("1", "2026-01"), Version("2", "2026-01")));

    [TestMethod]
    public void A_later_version_does_not_take_effect_first() => Assert.AreEqual(
        "2:1:1: error RUL0610: \"2\" takes effect from 2026-03, before \"1\", which it follows and which takes effect from 2026-05 "
        + "| let it take effect from 2026-06 or later",
        Found(Version("1", "2026-05"), Version("2", "2026-03")));

    [TestMethod]
    public void A_version_that_ends_after_the_next_one_begins_is_an_overlap() => Assert.AreEqual(
        "2:1:1: error RUL0610: \"1\" is in force until 2026-06, and \"2\" takes effect from 2026-04 "
        + "| end \"1\" with 2026-03, or let \"2\" take effect from 2026-07",
        Found(Version("1", "2026-01", "2026-06"), Version("2", "2026-04")));

    [TestMethod]
    public void A_version_that_ends_before_the_next_one_begins_leaves_a_gap() => Assert.AreEqual(
        "2:1:1: error RUL0611: no version is in force from 2026-04 to 2026-06, between \"1\" and \"2\" "
        + "| let \"2\" take effect from 2026-04, or \"1\" end with 2026-06",
        Found(Version("1", "2026-01", "2026-03"), Version("2", "2026-07")));

    [TestMethod]
    public void A_version_does_not_end_before_it_begins() => Assert.AreEqual(
        "1:1:1: error RUL0612: \"1\" ends with 2025-12, before it takes effect from 2026-01 | correct one of the months",
        Found(Version("1", "2026-01", "2025-12")));

    [TestMethod]
    public void All_that_is_wrong_is_found_at_once() => Assert.AreEqual(2,
        ProgramVersions.Check([Version("1", "2026-01", "2026-01"), Version("2", "2026-03"), Version("3", "2026-03")]).Count);

    [TestMethod]
    public void A_finding_is_drawn_at_the_first_line_of_its_version()
    {
        var later = Version("2", "2026-01") with { Text = "language 1\r\nprogram \"x\" in USD" };
        var found = ProgramVersions.Check([Version("1", "2026-01"), later]).Single();

        Assert.AreEqual(
            "2.rules:1:1: error RUL0610: \"2\" and \"1\" both take effect from 2026-01\n    language 1\n    ^^^^^^^^^^\n"
            + "  hint: let \"2\" take effect from 2026-02 or later\n",
            found.Diagnostic.Render(later.Text, "2.rules"));
    }

    [TestMethod]
    [DataRow("2025-12", null)]
    [DataRow("2026-01", "1")]
    [DataRow("2026-05", "2")]
    [DataRow("2026-07", null)]
    public void A_month_is_judged_by_the_version_in_force(string month, string? version) => Assert.AreEqual(version,
        ProgramVersions.InForce([Version("1", "2026-01"), Version("2", "2026-04", "2026-06")], Month.Parse(month))?.Name);

    private static string Found(params ProgramVersion[] versions) => string.Join("\n", Lines(versions));

    private static IEnumerable<string> Lines(ProgramVersion[] versions) => ProgramVersions.Check(versions)
        .Select(found => found.Diagnostic.ToString(found.Version.Name) + " | " + found.Diagnostic.Hint);

    private static ProgramVersion Version(string name, string from, string? until = null) => new()
    {
        Name = name, EffectiveFrom = Month.Parse(from), EffectiveUntil = until is null ? null : Month.Parse(until),
    };
}

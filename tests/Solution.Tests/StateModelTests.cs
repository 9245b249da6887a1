using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>States, status reasons and the transitions between them fit together.</summary>
[TestClass]
public sealed class StateModelTests
{
    private static IEnumerable<Table> Tables => Metadata.Installed.Tables.Values.Where(t => t.Columns.ContainsKey("statecode"));

    [TestMethod]
    public void Every_state_has_a_default_reason_of_its_own() => AssertNone(
        from table in Tables
        from state in States(table)
        where !Reasons(table).Any(r => Value(r, "value") == Value(state, "defaultstatus") && Value(r, "state") == Value(state, "value"))
        select table.Name + " " + Value(state, "value"));

    [TestMethod]
    public void Every_reason_belongs_to_a_state() => AssertNone(
        from table in Tables
        from reason in Reasons(table)
        where !States(table).Any(s => Value(s, "value") == Value(reason, "state"))
        select table.Name + " " + Value(reason, "value"));

    [TestMethod]
    public void A_custom_table_has_the_two_states_that_Dataverse_gives_it() => AssertNone(
        from table in Tables
        where table.IsOurs && !States(table).Select(s => Value(s, "value") + Value(s, "invariantname")).SequenceEqual(["0Active", "1Inactive"])
        select table.Name);

    [TestMethod]
    public void Transitions_are_enforced_where_they_are_given() => AssertNone(
        from table in Tables
        where Reasons(table).Any(r => r.Attribute("TransitionData") is not null) != (table.Entity.Element("EnforceStateTransitions")?.Value == "1")
        select table.Name);

    [TestMethod]
    public void Transitions_lead_from_their_own_reason_to_another_that_exists() => AssertNone(
        from table in Tables
        from reason in Reasons(table)
        from step in Steps(reason)
        where step.From != Value(reason, "value") || step.To == step.From || !Reasons(table).Any(r => Value(r, "value") == step.To)
        select table.Name + " " + step);

    [TestMethod]
    public void No_row_is_caught_in_an_open_state() => AssertNone(
        from table in Tables
        where table.Entity.Element("EnforceStateTransitions")?.Value == "1"
        from reason in Reasons(table)
        where Value(reason, "state") == "0" && !Reaches(table, Value(reason, "value"), [])
        select table.Name + " " + Value(reason, "value"));

    [TestMethod]
    public void A_posted_entry_a_closed_month_and_a_decided_registration_never_open_again() => AssertNone(
        from name in new[] { "cov_entry", "cov_period", "cov_dealregistration", "cov_ruleversion", "cov_statement" }
        let table = Metadata.Solution.Tables[name]
        let open = Reasons(table).Where(r => Value(r, "state") == "0").Select(r => Value(r, "value")).ToHashSet()
        from reason in Reasons(table)
        where Value(reason, "state") == "1" && Steps(reason).Any(s => open.Contains(s.To))
        select name + " " + Value(reason, "value"));

    private static bool Reaches(Table table, string from, HashSet<string> seen) =>
        seen.Add(from) && Steps(Reasons(table).Single(r => Value(r, "value") == from)).Any(step =>
            Value(Reasons(table).Single(r => Value(r, "value") == step.To), "state") == "1" || Reaches(table, step.To, seen));

    private static IEnumerable<XElement> States(Table table) => table.Columns["statecode"].Xml.Descendants("state");

    private static IEnumerable<XElement> Reasons(Table table) => table.Columns["statuscode"].Xml.Descendants("status");

    private static IEnumerable<(string From, string To)> Steps(XElement reason) =>
        reason.Attribute("TransitionData") is { } data
            ? XElement.Parse(data.Value).Elements().Select(e => (Value(e, "sourcestatusid"), Value(e, "tostatusid")))
            : [];

    private static string Value(XElement element, string attribute) => element.Attribute(attribute)!.Value;
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>The tables that say which partner did what fit the published deals beside them.</summary>
[TestClass]
public sealed class PartnerSampleTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Deals = SampleFile.Read("crm", "sales_pipeline.csv").ToDictionary(d => d["opportunity_id"]);
    private static readonly Dictionary<string, Dictionary<string, string>> Partners = SampleFile.Read("partners.csv").ToDictionary(p => p["code"]);
    private static readonly Dictionary<string, string> CodeOfAgent = Partners.Values.ToDictionary(p => p["name"], p => p["code"]);

    [TestMethod]
    public void Every_sales_agent_is_a_partner_in_the_track_of_its_office()
    {
        var tracks = new Dictionary<string, string> { ["Central"] = "Reseller", ["East"] = "MSP", ["West"] = "ISV" };
        CollectionAssert.AreEqual(
            SampleFile.Read("crm", "sales_teams.csv").Select(t => $"{t["sales_agent"]} {tracks[t["regional_office"]]}").ToList(),
            Partners.Values.Select(p => $"{p["name"]} {p["track"]}").ToList());
    }

    [TestMethod]
    [DataRow("deal-partners.csv", "partner")]
    [DataRow("registrations.csv", "partner")]
    [DataRow("deal-motions.csv", "sourcing_partner")]
    public void Every_deal_and_partner_that_is_named_exists(string file, string column) => AssertNone(
        SampleFile.Read(file).Where(r => !Deals.ContainsKey(r["opportunity_id"]) || !(r[column].Length == 0 || Partners.ContainsKey(r[column])))
            .Select(r => r["opportunity_id"]));

    [TestMethod]
    public void A_deal_has_two_to_four_partners_and_none_twice() => AssertNone(
        from deal in SampleFile.Read("deal-partners.csv").GroupBy(r => r["opportunity_id"])
        let roster = deal.Select(r => r["partner"]).Append(CodeOfAgent[Deals[deal.Key]["sales_agent"]]).ToList()
        where roster.Count is < 2 or > 4 || roster.Distinct().Count() != roster.Count
        select deal.Key);

    [TestMethod]
    public void No_two_registrations_of_one_customer_and_product_overlap()
    {
        var windows = from row in SampleFile.Read("registrations.csv")
                      let deal = Deals[row["opportunity_id"]]
                      let approved = row["approved"].Length == 0 ? row["submitted"] : row["approved"]
                      let longest = Day(approved).AddDays(90 + 30)
                      let closed = Day(deal["close_date"])
                      select (Subject: deal["account"] + "/" + deal["product"], From: Day(row["submitted"]), Until: closed > longest ? closed : longest, Deal: row["opportunity_id"]);
        AssertNone(
            from subject in windows.GroupBy(w => w.Subject)
            let ordered = subject.OrderBy(w => w.From).ToList()
            from pair in ordered.Zip(ordered.Skip(1))
            where pair.Second.From <= pair.First.Until
            select pair.Second.Deal);
    }

    [TestMethod]
    public void Some_registrations_protect_on_the_closing_day_and_some_have_lapsed()
    {
        var age = SampleFile.Read("registrations.csv").Where(r => r["approved"].Length > 0)
            .Select(r => Day(Deals[r["opportunity_id"]]["close_date"]).DayNumber - Day(r["approved"]).DayNumber).ToList();
        Assert.AreEqual((337, 243, 94), (age.Count, age.Count(days => days < 90), age.Count(days => days > 90)));
    }

    [TestMethod]
    public void Every_sub_account_with_usage_has_an_engagement() => AssertNone(
        SampleFile.Read("focus", "focus_sample_1000.csv").Concat(SampleFile.Read("focus", "synthetic-usage-2025-04_2026-03.csv")).Select(r => r["SubAccountId"])
            .Except(SampleFile.Read("engagements.csv").Where(e => Partners.ContainsKey(e["partner"])).Select(e => e["cloud_account"])));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Views.Tests;

/// <summary>Registrations, rosters and shares.</summary>
[TestClass]
public sealed class DealViewTests
{
    private const int Draft = 1, Submitted = 770000000, InReview = 770000001, InfoRequested = 770000002, Approved = 770000003, Extended = 770000004;
    private const int Won = 2, Expired = 770000006;

    [TestMethod]
    public void Registrations_are_shown_by_what_is_to_be_done_with_them()
    {
        using var world = new World();
        var deals = new Claims(world);
        deals.Claim("R1", Draft, "Contoso", "Fuel", "Alpine");
        deals.Claim("R2", Submitted, "Contoso", null, "Alpine", submitted: "2026-03-10");
        deals.Claim("R3", InReview, "Fabrikam", null, "Birch", submitted: "2026-03-04");
        deals.Claim("R4", InfoRequested, "Tailspin", null, "Cedar", submitted: "2026-03-01");
        deals.Claim("R5", Approved, "Northwind", null, "Cedar", until: "2026-03-15");
        deals.Claim("R6", Extended, "Northwind", null, "Cedar", until: "2026-04-14");
        deals.Claim("R7", Approved, "Northwind", null, "Cedar", until: "2026-04-15");
        deals.Claim("R8", Approved, "Northwind", null, "Cedar", until: "2026-03-14");
        deals.Claim("R9", Won, "Northwind", null, "Cedar", state: 1, until: "2026-03-20");

        world.Shows("Deal Registrations to Decide", "R3", "R2");
        world.Shows("Protection Expiring within 30 Days", "R5", "R6");
        world.Shows("Protected Deal Registrations", "R8", "R5", "R6", "R7");
        world.Shows("Open Deal Registrations", "R8", "R7", "R6", "R5", "R4", "R3", "R2", "R1");
        world.Shows("Closed Deal Registrations", "R9");
        world.Charts("Registrations by Status", "Open Deal Registrations", "Draft 1", "Submitted 1", "In review 1", "Info requested 1", "Approved 3", "Extended 1");
    }

    [TestMethod]
    public void A_conflict_is_an_undecided_claim_on_what_another_partner_claims_or_holds()
    {
        using var world = new World();
        var deals = new Claims(world);
        deals.Claim("same product, protected", Submitted, "Contoso", "Fuel", "Alpine");
        deals.Claim("protects", Approved, "Contoso", "Fuel", "Birch", until: "2026-06-30");
        deals.Claim("other product", Submitted, "Contoso", "Spark", "Alpine");
        deals.Claim("all products, against one", InReview, "Fabrikam", null, "Alpine", submitted: "2026-03-01");
        deals.Claim("one product, against all", InfoRequested, "Fabrikam", "Spark", "Birch", submitted: "2026-03-02");
        deals.Claim("same partner", Submitted, "Northwind", "Fuel", "Cedar");
        deals.Claim("own protection", Extended, "Northwind", "Fuel", "Cedar", until: "2026-06-30");
        deals.Claim("against an expired one", Submitted, "Tailspin", "Fuel", "Alpine");
        deals.Claim("expired", Expired, "Tailspin", "Fuel", "Birch", state: 1, until: "2026-01-31");
        deals.Claim("against a draft", Submitted, "Wingtip", "Fuel", "Alpine");
        deals.Claim("draft", Draft, "Wingtip", "Fuel", "Birch");
        deals.Claim("two rivals, shown once", Submitted, "Litware", "Fuel", "Alpine");
        deals.Claim("rival", Approved, "Litware", "Fuel", "Birch", until: "2026-06-30");
        deals.Claim("second rival", Extended, "Litware", null, "Cedar", until: "2026-06-30");

        world.Shows(
            "Deal Registrations in Conflict",
            "same product, protected", "two rivals, shown once", "all products, against one", "one product, against all");
    }

    [TestMethod]
    public void Deals_with_partners_are_those_with_an_active_roster_each_once()
    {
        using var world = new World();
        var somebody = world.Somebody();
        var alpine = world.Named("cov_partner", "Alpine", 0, 1);
        var birch = world.Named("cov_partner", "Birch", 0, 1);
        var mine = Deal("mine", "2026-04-01");
        On(mine, alpine, 0);
        On(mine, birch, 0);
        On(Deal("theirs", "2026-05-01", somebody), alpine, 0);
        On(Deal("partner left", "2026-06-01"), alpine, 1);
        var won = Deal("won", "2026-02-01");
        On(won, alpine, 0);
        world.Service.Execute(new WinOpportunityRequest { OpportunityClose = new Entity("opportunityclose") { ["opportunityid"] = won }, Status = new OptionSetValue(3) });
        Deal("nobody", "2026-07-01");

        world.Shows("Open Deals with Partners", "mine", "theirs");
        world.Shows("My Open Deals with Partners", "mine");
        world.Shows("Won Deals with Partners", "won");

        EntityReference Deal(string name, string close, EntityReference? owner = null) => world.Named(
            "opportunity", name, 0, 1, ("estimatedclosedate", World.Day(close)), ("ownerid", owner ?? world.Me));

        void On(EntityReference deal, EntityReference partner, int state) => world.Named(
            "cov_dealpartner", "roster", state, state + 1, ("cov_opportunityid", deal), ("cov_partnerid", partner), ("cov_role", World.Option(0)));
    }

    [TestMethod]
    public void Splits_are_estimated_or_final()
    {
        using var world = new World();
        var partner = world.Named("cov_partner", "Alpine", 0, 1);
        Split("estimate", false, 0, 40, 1);
        Split("final", true, 0, 60, 3);
        Split("gone", false, 1, 10, 1);

        world.Shows("Estimated Splits", "estimate");
        world.Shows("Final Splits", "final");
        world.Shows("Active Credit Splits", "final", "estimate");
        world.Charts("Credit by Role", "Active Credit Splits", "Reseller $40.00", "MSP $60.00");
        world.Charts("Deal Credit by Partner", "Active Credit Splits", "Alpine $100.00");

        void Split(string name, bool final, int state, int percent, int role) => world.Named(
            "cov_split", name, state, state + 1, ("cov_isfinal", final), ("cov_partnerid", partner), ("cov_percent", (decimal)percent),
            ("cov_amount", new Money(percent)), ("cov_role", World.Option(role)), ("cov_ishouse", false));
    }
}

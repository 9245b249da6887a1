namespace CrmAddon.Plugins.Tests.Publishing;

/// <summary>What the language has and the environment can't carry out is refused, rather than left out.</summary>
[TestClass]
public sealed class NotCarriedOutTests
{
    [TestMethod]
    [DataRow("", "", "across customers", "commissions across customers")]
    [DataRow("field deal.segment is choice of small, large from opportunity.new_segment", "deal.segment is missing", "", "fields that a program adds")]
    [DataRow("", "marketplace is known", "", "fields of marketplace sales")]
    public void It_is_refused_at_publishing_with_what_to_leave_out(string field, string when, string across, string named)
    {
        using var world = new World("");
        var draft = world.Draft(Rules(field, when, across), "2026-01");
        Assert.AreEqual(
            $"\"Version 1\" can't be published: this environment can't carry out {named} yet, and leaving it out would pay wrong amounts. "
            + "Leave it out of the rules, and publish again.",
            World.Refusal(() => world.Publish(draft)));
    }

    [TestMethod]
    public void Without_it_the_same_rules_are_published()
    {
        using var world = new World("");
        world.Publish(world.Draft(Rules("", "", ""), "2026-01"));
    }

    private static string Rules(string field, string when, string across) =>
        $"""
        language 1
        program "Cloud Infrastructure" in USD
        role MSP
        {field}
        credit "Deals"
          for deals
          {(when.Length == 0 ? "" : "when " + when)}
          shares
            MSP 100%
        credit "Usage"
          for usage
          shares
            MSP 100%
        commission "Usage share"
          for MSP
          every month on credited usage{(across.Length == 0 ? "" : ", " + across)}
          rate 5%
        """;
}

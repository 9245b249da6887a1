using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace CrmAddon.Plugins.Tests.Rulings;

/// <summary>Rulings that somebody wants explained or proved.</summary>
[TestClass]
public sealed class AskedRulingTests
{
    [TestMethod]
    public void A_ruling_is_explained_with_why_why_not_and_what_was_nearly_otherwise()
    {
        using var world = new World();
        var answer = world.Call("cov_ExplainRuling", Ruling(world));
        var result = JObject.Parse((string)answer["Result"]!);
        Assert.AreEqual("R-00001002", (string?)result["ruling"]);
        Assert.Contains("Co-sell role split", string.Join("\n", result["why"]!));
        Assert.Contains("Source wins", string.Join("\n", result["whyNot"]!));
        Assert.AreEqual(answer["NearMisses"], result["nearMisses"]!.Count());
        Assert.StartsWith(result["why"]![0]!.ToString(), (string)answer["Text"]!);
    }

    [TestMethod]
    public void It_is_told_in_the_language_of_who_asks_unless_he_asks_for_another()
    {
        using var world = new World();
        var ruling = Ruling(world);
        var user = world.User("Gerda");
        world.Service.Create(new Entity("usersettings", user) { ["uilanguageid"] = 1031 });
        var own = (string)World.Call(world.As(user), "cov_ExplainRuling", ruling)["Text"]!;
        Assert.AreEqual(world.Call("cov_ExplainRuling", ruling, ("Language", "de"))["Text"], own);
        Assert.AreEqual(world.Call("cov_ExplainRuling", ruling)["Text"], World.Call(world.As(user), "cov_ExplainRuling", ruling, ("Language", "en"))["Text"]);
    }

    [TestMethod]
    public void A_replay_gives_the_same_hash()
    {
        using var world = new World();
        var ruling = Ruling(world);
        var answer = world.Call("cov_ReplayRuling", ruling);
        Assert.IsTrue((bool)answer["IsSame"]!, (string?)answer["Difference"]);
        Assert.AreEqual(world.Row(RulingRow.Table, ruling.Id).Text(RulingRow.Hash), answer["Hash"]);
        Assert.AreEqual(answer["StoredHash"], answer["Hash"]);
    }

    [TestMethod]
    public void A_ruling_that_somebody_tampered_with_is_found()
    {
        using var world = new World();
        var ruling = Ruling(world);
        var result = world.Row(RulingRow.Table, ruling.Id).Text(RulingRow.Result);
        world.Service.Execute(new UpdateRequest
        {
            Target = new Entity(RulingRow.Table, ruling.Id) { [RulingRow.Result] = result.Replace("\"percent\":\"50\"", "\"percent\":\"49\"", StringComparison.Ordinal) },
            ["BypassCustomPluginExecution"] = true,
        });
        var answer = world.Call("cov_ReplayRuling", ruling);
        Assert.IsFalse((bool)answer["IsSame"]!);
        Assert.AreEqual("result.shares[0].percent: stored \"49\", now \"50\"", answer["Difference"]);
    }

    [TestMethod]
    public void Who_may_not_read_a_ruling_gets_neither()
    {
        using var world = new World();
        var ruling = Ruling(world);
        var stranger = world.As(world.Colleague("Sam Stranger", PrivilegeDepth.Global, "prvReadcov_Split"));
        foreach (var api in new[] { "cov_ExplainRuling", "cov_ReplayRuling" })
            Assert.Contains("prvReadcov_Ruling", World.Refusal(() => World.Call(stranger, api, ruling)));
    }

    private static EntityReference Ruling(World world)
    {
        var deal = world.Deal(world.Customer("Larkspur"), 50_000m);
        world.Join(deal, world.Partner("Nimbus"), "ISV");
        world.Join(deal, world.Partner("Relay"), "Reseller");
        return world.Rows(RulingRow.Table, RulingRow.Number).OrderBy(row => row.Text(RulingRow.Number), StringComparer.Ordinal).Last().ToEntityReference();
    }
}

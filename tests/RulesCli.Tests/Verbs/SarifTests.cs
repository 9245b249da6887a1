using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace CrmAddon.RulesCli.Tests.Verbs;

/// <summary>The findings in SARIF 2.1.0: the members that the specification requires, and none that it does not know.</summary>
[TestClass]
public sealed class SarifTests
{
    private static readonly string[] Region = ["startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength"];

    // Of the objects that are written: what must stand in them and what may, from the JSON schema of OASIS.
    private static readonly Dictionary<string, (string[] Required, string[] Known)> Objects = new(StringComparer.Ordinal)
    {
        [""] = (["version", "runs"], ["$schema"]),
        ["runs"] = (["tool"], ["results", "artifacts", "columnKind"]),
        ["tool"] = (["driver"], []),
        ["driver"] = (["name"], ["semanticVersion", "rules"]),
        ["rules"] = (["id"], []),
        ["artifacts"] = ([], ["location"]),
        ["location"] = ([], ["uri", "index"]),
        ["results"] = (["message"], ["ruleId", "ruleIndex", "level", "locations", "fixes"]),
        ["fixes"] = (["artifactChanges"], []),
        ["artifactChanges"] = (["artifactLocation", "replacements"], []),
        ["replacements"] = (["deletedRegion"], ["insertedContent"]),
        ["insertedContent"] = ([], ["text"]),
        ["message"] = (["text"], []),
        ["locations"] = ([], ["physicalLocation"]),
        ["physicalLocation"] = (["artifactLocation"], ["region"]),
        ["artifactLocation"] = ([], ["uri", "index"]),
        ["region"] = ([], Region),
        ["deletedRegion"] = ([], Region),
    };

    [TestMethod]
    public void It_has_the_structure_of_the_specification()
    {
        using var work = new Workplace();
        var ran = work.Run("check", "--json", work.Program("bad one.rules", "role X\ncommission \"ä\"\n rate 5%"), work.Program("good.rules", ""));
        using var sarif = JsonDocument.Parse(ran.Output);

        Conforms("", sarif.RootElement);
        Assert.AreEqual("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        Assert.AreEqual(1, ran.Exit);
    }

    [TestMethod]
    public void A_finding_names_its_file_its_rule_and_its_range()
    {
        using var work = new Workplace();
        var file = work.Program("a b.rules", "commission \"Fee\"\n  for MPS\n  once when the deal is won, on amount\n  rate 5%\n");
        using var sarif = JsonDocument.Parse(work.Run("check", "--json", file).Output);

        var run = sarif.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.AreEqual("RUL0202", result.GetProperty("ruleId").GetString());
        Assert.AreEqual("RUL0202", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.AreEqual("error", result.GetProperty("level").GetString());
        Assert.AreEqual("there is no role 'MPS'\nHint: did you mean 'MSP'?", result.GetProperty("message").GetProperty("text").GetString());
        Assert.EndsWith("a%20b.rules", place.GetProperty("artifactLocation").GetProperty("uri").GetString()!);
        Assert.AreEqual("13:7-13:10", Range(place.GetProperty("region")));
        var fix = result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.AreEqual("13:7-13:10 MSP", $"{Range(fix.GetProperty("deletedRegion"))} {fix.GetProperty("insertedContent").GetProperty("text")}");
    }

    [TestMethod]
    public void A_file_that_is_named_twice_is_one_artifact()
    {
        using var work = new Workplace();
        var file = work.Program("bad.rules", "role MSP");
        using var sarif = JsonDocument.Parse(work.Run("check", "--json", file, file).Output);

        var run = sarif.RootElement.GetProperty("runs")[0];
        Assert.AreEqual((1, 1), (run.GetProperty("artifacts").GetArrayLength(), run.GetProperty("results").GetArrayLength()));
    }

    [TestMethod]
    public void Without_findings_the_list_of_results_is_empty_and_not_absent()
    {
        using var work = new Workplace();
        using var sarif = JsonDocument.Parse(work.Run("check", "--json", work.Program("good.rules", "")).Output);

        Assert.AreEqual(0, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    private static string Range(JsonElement region) =>
        $"{region.GetProperty("startLine")}:{region.GetProperty("startColumn")}-{region.GetProperty("endLine")}:{region.GetProperty("endColumn")}";

    private static void Conforms(string name, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
                Conforms(name, item);
        }
        if (json.ValueKind != JsonValueKind.Object)
            return;
        var (required, known) = Objects[name];
        var members = json.EnumerateObject().Select(member => member.Name).ToList();
        CollectionAssert.IsSubsetOf(required, members, name);
        CollectionAssert.IsSubsetOf(members, required.Concat(known).ToList(), name);
        foreach (var member in json.EnumerateObject())
            Conforms(member.Name, member.Value);
    }
}

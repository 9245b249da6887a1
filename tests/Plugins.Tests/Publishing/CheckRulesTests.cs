namespace CrmAddon.Plugins.Tests.Publishing;

[TestClass]
public sealed class CheckRulesTests
{
    [TestMethod]
    public void What_is_wrong_is_told_with_its_place_code_and_hint()
    {
        using var world = new World("");
        var answer = world.Call("cov_CheckRules", null, ("Text", "language 1\nprogram \"P\" in USD\nrole ISV\ncredit \"C\" for deals shares ISW 100%"));
        Assert.IsFalse((bool)answer["IsValid"]!);
        Assert.AreEqual(1, answer["Errors"]);
        Assert.AreEqual("", answer["FormattedText"] is { } text && ((string)text).Length > 0 ? "" : "not formatted");
        var findings = (string)answer["Findings"]!;
        Assert.StartsWith("[{\"line\":4,\"column\":", findings);
        Assert.Contains("\"severity\":\"error\",\"code\":\"RUL", findings);
        Assert.Contains("\"replacement\":\"ISV\"", findings);
    }

    [TestMethod]
    public void Sound_rules_have_no_findings_and_come_back_formatted()
    {
        using var world = new World("");
        var text = Repository.Rules("cloud-infrastructure.rules");
        var answer = world.Call("cov_CheckRules", null, ("Text", text.Replace("shares\n", "shares   \n")));
        Assert.IsTrue((bool)answer["IsValid"]!);
        Assert.AreEqual(0, answer["Errors"]);
        Assert.AreEqual("[]", answer["Findings"]);
        Assert.AreEqual(text, answer["FormattedText"]);
    }

    [TestMethod]
    public void What_can_t_be_read_is_not_formatted()
    {
        using var world = new World("");
        var answer = world.Call("cov_CheckRules", null, ("Text", "kredit"));
        Assert.IsFalse((bool)answer["IsValid"]!);
        Assert.AreEqual("", answer["FormattedText"] ?? "");
    }

    [TestMethod]
    public void It_takes_the_right_to_read_rules()
    {
        using var world = new World("");
        var rep = world.As(world.Colleague("Rae Rep", Microsoft.Crm.Sdk.Messages.PrivilegeDepth.Global, "prvReadOpportunity"));
        Assert.Contains("prvReadcov_RuleVersion", World.Refusal(() => World.Call(rep, "cov_CheckRules", null, ("Text", ""))));
    }
}

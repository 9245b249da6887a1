using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]

namespace CrmAddon.Rules.Tests.Language;

[TestClass]
public sealed class SampleTests
{
    [TestMethod]
    public void The_sample_can_be_published()
    {
        var result = RuleProgram.Check(Sample.Text, Vocabulary.Standard);

        Assert.IsTrue(result.Succeeded, Sample.Rendered(result, Sample.Text));
        Assert.AreEqual("", string.Concat(result.Diagnostics.Select(found => found.Code)));
    }

    [TestMethod]
    public void Without_the_exception_to_Source_wins_the_sample_is_refused_with_a_deal()
    {
        var text = Sample.Text.Replace("\"Co-sell role split\", \"Source wins\"", "\"Co-sell role split\"", StringComparison.Ordinal);

        var result = RuleProgram.Check(text, Vocabulary.Standard);

        Assert.IsFalse(result.Succeeded);
        Console.WriteLine(Sample.Rendered(result, text));
    }
}

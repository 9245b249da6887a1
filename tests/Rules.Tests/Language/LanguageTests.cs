using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Language;

[TestClass]
public sealed class LanguageTests
{
    public static IEnumerable<TestDataRow<LanguageCase>> Cases =>
        LanguageCase.All().Select(one => new TestDataRow<LanguageCase>(one) { DisplayName = one.ToString() });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void The_text_cases_come_out_as_written(LanguageCase one)
    {
        Assert.AreEqual(one.Finds, Outcome.Finds(one), "what the checker finds");
        if (one.Given is null)
            return;
        if (one.Explains is { } explains)
            Assert.AreEqual(explains, Outcome.Explains(one), "how the ruling is explained");
        if (one.WhyNot is { } whyNot)
            Assert.AreEqual(whyNot, Outcome.WhyNot(one), "why the other rules do not apply");
        Assert.IsTrue(one.Explains is not null || one.WhyNot is not null, "a given case says what it explains");
    }

    [TestMethod]
    public void Every_case_has_its_own_title()
    {
        var twice = LanguageCase.All().GroupBy(one => one.Title, StringComparer.Ordinal)
            .Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.AreEqual("", string.Join("\n", twice));
    }
}

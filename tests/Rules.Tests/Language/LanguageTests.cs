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
        foreach (var part in CasePart.Of(one))
            Assert.AreEqual(part.Expected, part.Actual, part.What);
    }

    [TestMethod]
    public void Every_case_has_its_own_title()
    {
        var twice = LanguageCase.All().GroupBy(one => one.Title, StringComparer.Ordinal)
            .Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.AreEqual("", string.Join("\n", twice));
    }
}

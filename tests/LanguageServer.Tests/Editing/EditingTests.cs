using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.LanguageServer.Tests.Editing;

/// <summary>The text cases of the editor services.</summary>
[TestClass]
public sealed class EditingTests
{
    public static IEnumerable<object[]> Cases => EditingCase.All().Select(one => new object[] { one });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Text_case(EditingCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        foreach (var (question, expected) in asked.Questions)
        {
            if (question == "offers among others")
            {
                foreach (var label in expected.Split('\n'))
                    CollectionAssert.Contains(EditingAnswers.Offered(asked).ToArray(), label, $"{asked}: {string.Join(", ", EditingAnswers.Offered(asked))}");
            }
            else if (question == "does not offer")
            {
                foreach (var label in expected.Split('\n'))
                    CollectionAssert.DoesNotContain(EditingAnswers.Offered(asked).ToArray(), label, asked.ToString());
            }
            else
            {
                Assert.AreEqual(expected, EditingAnswers.Of(asked, question), asked.ToString());
            }
        }
    }
}

using System;
using System.Linq;
using CrmAddon.Rules.Tests.Oracle;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Properties;

/// <summary>Every ruling has its reasons.</summary>
[TestClass]
public sealed class ExplanationTests
{
    [TestMethod]
    public void Every_ruling_of_a_world_can_be_told_in_every_language() => Gen.Int.Sample(
        seed =>
        {
            var trial = Trial.Of(seed);
            if (RuleProgram.Check(ProgramText.Of(trial.Program), Vocabulary.Standard).Program is { } program)
                new EngineRun(program, trial.Program, trial.World, Told).Everything();
        },
        iter: 50);

    private static void Told(Ruling ruling)
    {
        foreach (var language in Rules.Language.All)
        {
            var lines = Explanation.Render(ruling.Derivation, language);
            Assert.IsNotEmpty(lines);
            Assert.AreEqual("", string.Join("\n", lines.Where(line => line.Contains('{', StringComparison.Ordinal))));
        }
    }
}

using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A single test, which explains itself by its text and the values it read.</summary>
internal abstract class Test(string text) : Condition
{
    public string Text { get; } = text;

    public override void Explain(Facts facts, int back, List<Finding> into) =>
        into.Add(Findings.Test(Text, Evaluate(facts, back), Values(facts, back)));

    /// <summary>What the test read, by name.</summary>
    protected abstract IEnumerable<(string Name, string Value)> Values(Facts facts, int back);
}

namespace CrmAddon.Rules.Evaluation;

/// <summary>A single test, which explains itself by its text and the values it read.</summary>
internal abstract class Test(string text) : Condition
{
    public string Text { get; } = text;

    public override void Explain(Facts facts, int back, Trace into)
    {
        into.Test(Text, Evaluate(facts, back));
        Values(facts, back, into);
    }

    /// <summary>Notes what the test read, by name.</summary>
    protected abstract void Values(Facts facts, int back, Trace into);
}

namespace CrmAddon.Rules.Evaluation;

/// <summary>The churn rule finds the customer active.</summary>
internal sealed class ActiveTest(string text, bool not) : Test(text)
{
    public bool Not => not;

    public override Truth Evaluate(Facts facts, int back) => facts.CustomerIsActive != not ? Truth.Yes : Truth.No;

    protected override void Values(Facts facts, int back, Trace into) =>
        into.Add("customer", facts.CustomerIsActive ? "active" : "not active");
}

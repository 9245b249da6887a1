namespace CrmAddon.Rules.Evaluation;

/// <summary>The registration's window of protection holds the business date.</summary>
internal sealed class ProtectedTest(string text, bool not) : Test(text)
{
    public bool Not => not;

    public override Truth Evaluate(Facts facts, int back) => facts.RegistrationIsProtected != not ? Truth.Yes : Truth.No;

    protected override void Values(Facts facts, int back, Trace into) =>
        into.Add("registration", facts.RegistrationIsProtected ? "protected" : "not protected");
}

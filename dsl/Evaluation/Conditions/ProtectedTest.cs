using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>The registration's window of protection holds the business date.</summary>
internal sealed class ProtectedTest(string text, bool not) : Test(text)
{
    public override Truth Evaluate(Facts facts, int back) => facts.RegistrationIsProtected != not ? Truth.Yes : Truth.No;

    protected override IEnumerable<(string Name, string Value)> Values(Facts facts, int back) =>
        [("registration", facts.RegistrationIsProtected ? "protected" : "not protected")];
}

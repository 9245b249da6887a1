using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>Turns derivations into sentences.</summary>
public static class Explanation
{
    /// <summary>The derivation as sentences, why first; sentences of steps below are indented by two spaces.</summary>
    public static IReadOnlyList<string> Render(Finding finding) => throw new NotSupportedException();

    /// <summary>For each rule that did not apply, the first condition that failed, with its values.</summary>
    public static IReadOnlyList<string> WhyNot(Ruling ruling) => WhyNot(ruling.Derivation);

    /// <inheritdoc cref="WhyNot(Ruling)"/>
    public static IReadOnlyList<string> WhyNot(Finding derivation) => throw new NotSupportedException();
}

using System.Collections.Generic;

namespace CrmAddon.Rules.Tests.Language;

/// <summary>One part of a text case: what the file says, and what it really comes to. The same on every runtime.</summary>
internal sealed class CasePart
{
    private CasePart(string what, string expected, string actual)
    {
        What = what;
        Expected = expected;
        Actual = actual;
    }

    public string What { get; }

    public string Expected { get; }

    public string Actual { get; }

    /// <summary>All parts that the case has; each is run as it is asked for.</summary>
    public static IEnumerable<CasePart> Of(LanguageCase one)
    {
        yield return new CasePart("what the checker finds", one.Finds, Outcome.Finds(one));
        if (one.FormatsTo is { } formatsTo)
            yield return new CasePart("how it is formatted", formatsTo, Outcome.Formats(one));
        if (one.Explains is { } explains)
            yield return new CasePart("how the ruling is explained", explains, Outcome.Explains(one, Rules.Language.English));
        if (one.WhyNot is { } whyNot)
            yield return new CasePart("why the other rules do not apply", whyNot, Outcome.WhyNot(one, Rules.Language.English));
        if (one.ExplainsInGerman is { } german)
            yield return new CasePart("how the ruling is explained in German", german, Outcome.Explains(one, Rules.Language.German));
        if (one.WhyNotInGerman is { } germanWhyNot)
            yield return new CasePart("why the other rules do not apply, in German", germanWhyNot, Outcome.WhyNot(one, Rules.Language.German));
        if (one.NearMisses is { } misses)
            yield return new CasePart("what was nearly otherwise", misses, Outcome.NearMisses(one, Rules.Language.English));
        if (one.NearMissesInGerman is { } germanMisses)
            yield return new CasePart("what was nearly otherwise, in German", germanMisses, Outcome.NearMisses(one, Rules.Language.German));
        if (one.Given is not null && !one.SaysSomethingOfTheGivenCase)
            yield return new CasePart("what is said of the given case", "explains or why not", "nothing");
    }
}

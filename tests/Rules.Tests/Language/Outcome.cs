using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Language;

/// <summary>What a text case really comes to.</summary>
internal static class Outcome
{
    public static string Finds(LanguageCase one) => string.Concat(
        RuleProgram.Check(one.Program, Vocabulary.Standard).Diagnostics.Select(found => found.Render(one.Program, "case")));

    // The shared header is formatted too, and taken off again.
    public static string Formats(LanguageCase one)
    {
        var formatted = RuleFormatter.Format(one.Program).Text;
        return one.HasSharedHeader ? formatted.Substring(formatted.IndexOf("\n\n", formatted.IndexOf("role ", StringComparison.Ordinal), StringComparison.Ordinal) + 2) : formatted;
    }

    public static string Explains(LanguageCase one, Rules.Language language) =>
        Lines(Rulings(one).SelectMany(ruling => Explanation.Render(ruling.Derivation, language)));

    public static string WhyNot(LanguageCase one, Rules.Language language) =>
        Lines(Rulings(one).SelectMany(ruling => Explanation.WhyNot(ruling.Derivation, language)));

    public static string NearMisses(LanguageCase one, Rules.Language language) => Lines(
        GivenCase.NearMisses(Program(one), one.Given!).SelectMany(miss => Explanation.Render(miss.Finding, language)));

    /// <summary>The ruling on the given deal, or on the given month of its first customer.</summary>
    public static Ruling Judge(LanguageCase one) => Rulings(one)[0];

    /// <summary>That ruling and all that follow from the given case.</summary>
    public static IReadOnlyList<Ruling> Rulings(LanguageCase one) => GivenCase.Rulings(Program(one), one.Given!);

    private static RuleProgram Program(LanguageCase one) => RuleProgram.Check(one.Program, Vocabulary.Standard).Program
        ?? throw new InvalidOperationException("The program has errors.");

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}

using System;
using System.Linq;
using CrmAddon.Rules;
using CrmAddon.Rules.Editing;
using CrmAddon.Rules.Tests.Formatting;
using CrmAddon.Rules.Tests.Generated;

namespace CrmAddon.Fuzz;

/// <summary>What is done with one text, and what must hold of it.</summary>
internal static class Trial
{
    /// <summary>How far the text came: it could not be read, could be read, could be published.</summary>
    public static Reach Of(string text, Random random)
    {
        var result = RuleProgram.Check(text, Vocabulary.Standard);
        foreach (var found in result.Diagnostics)
        {
            Must(found.Range.Offset >= 0 && found.Range.Length >= 0 && found.Range.Offset + found.Range.Length <= text.Length, "a range lies in the text");
            // An example that fails shows how the rules come to what they come to, which is as long as it is.
            Must(found.Code == "RUL0601" || found.Render(text, "fuzz").Length < 5000, "what is drawn is bounded");
        }
        Must(result.Succeeded == result.Diagnostics.All(found => found.Severity == DiagnosticSeverity.Warning), "errors stop publishing");

        Edit(text, random.Next(text.Length + 1));
        var formatted = RuleFormatter.Format(text);
        if (!formatted.Succeeded)
        {
            Must(ReferenceEquals(formatted.Text, text) && !result.Succeeded, "what can't be read is given back and not published");
            return Reach.Unreadable;
        }
        Must(SyntaxText.Of(text) == SyntaxText.Of(formatted.Text), "the formatted program is the same");
        Must(!RuleFormatter.Format(formatted.Text).Changed, "formatting twice changes nothing more");
        Must(RuleProgram.Check(formatted.Text, Vocabulary.Standard).Succeeded == result.Succeeded, "the formatted program is found as good");
        if (result.Program is null)
            return Reach.Readable;
        for (var i = 0; i < 3; i++)
            Judge(result.Program, new CaseWriter(new Choices([.. Enumerable.Range(0, 200).Select(_ => (uint)random.Next())]), result.Program));
        return Reach.Publishable;
    }

    // What an editor asks while somebody writes.
    private static void Edit(string text, int offset)
    {
        var document = new RulesDocument(text, Vocabulary.Standard);
        _ = (document.Complete(offset), document.Hover(offset), document.Symbols(), document.Definitions(offset), document.References(offset));
        _ = (document.RenameRange(offset), document.Rename(offset, "Renamed"), document.Folds(), document.Tokens(), document.Fixes(offset, 20), document.Format());
    }

    private static void Judge(RuleProgram program, CaseWriter cases)
    {
        var (deal, usage) = (cases.Deal(), cases.Usage());
        Ruling[] rulings =
        [
            program.Judge(deal), program.Judge(usage), program.Judge(cases.Partner()), program.Judge(cases.Clawback()),
            program.Judge(cases.Tier()), program.ApplyLimits(cases.Rule(), new Month(2026, 3), cases.Entries()),
        ];
        foreach (var ruling in rulings)
        {
            Must(Explanation.Render(ruling.Derivation).Count > 0, "a ruling is explained");
            _ = (Explanation.WhyNot(ruling), Explanation.Render(ruling.Derivation, Language.German));
        }
        foreach (var miss in NearMisses.Of(program, deal).Concat(NearMisses.Of(program, usage)))
            _ = Explanation.Render(miss.Finding);
    }

    private static void Must(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException("It must hold that " + what + ".");
    }
}

internal enum Reach
{
    Unreadable,
    Readable,
    Publishable,
}

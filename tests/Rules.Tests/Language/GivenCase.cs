using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Checking.Examples;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Tests.Language;

/// <summary>Judges the case that the facts of an example describe.</summary>
internal static class GivenCase
{
    public static IReadOnlyList<Ruling> Rulings(RuleProgram program, string facts) =>
        ExampleRun.Of(program.Bound, Build(program, facts)).Rulings;

    public static IReadOnlyList<NearMiss> NearMisses(RuleProgram program, string facts)
    {
        var built = Build(program, facts);
        if (built.Deal is { } deal)
            return Rules.NearMisses.Of(program, deal);
        if (built.Partner is { } partner)
            return Rules.NearMisses.Of(program, partner, built.PartnerFigures!);
        var (usage, figures) = ExampleRun.Of(program.Bound, built).Judged!.Value;
        return Rules.NearMisses.Of(program, usage, figures);
    }

    private static BuiltExample Build(RuleProgram program, string facts)
    {
        var text = "language 1\nprogram \"Facts\" in USD\nexample \"Facts\" " + facts + " expect conflict";
        var bag = new DiagnosticBag();
        var syntax = ProgramParser.Read(Lexer.Read(text, bag), bag);
        var context = new CheckContext(text, syntax, Vocabulary.Standard, bag);
        return new ExampleCase(context, program.Bound).Build(syntax.Rules.OfType<ExampleSyntax>().Single())
            ?? throw new InvalidOperationException(string.Concat(bag.InOrder().Select(found => found.Render(text, "given"))));
    }
}

using System;
using System.Linq;
using CrmAddon.Rules.Checking.Examples;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Checking;

/// <summary>Checks a text: reads it, then runs the passes in their order.</summary>
internal static class ProgramChecker
{
    // Each pass relies on what those before it bound; all of them report, whatever went wrong before.
    private static readonly Action<CheckContext>[] Binding =
    [
        HeaderPass.Run,
        FieldsPass.Run,
        RolesPass.Run,
        NamesPass.Run,
        RulesPass.Run,
        BrokenRulesPass.Run,
        ExceptionsPass.Run,
        PeriodsPass.Run,
    ];

    // These try the rules out on cases, which makes sense only for rules without errors.
    private static readonly Action<CheckContext, BoundProgram, CaseFinder>[] Trying =
    [
        ReachPass.Run,
        EarningPass.Run,
        TwinsPass.Run,
        LeavingPass.Run,
        ConflictPass.Run,
        CoveragePass.Run,
    ];

    public static CheckResult Check(string text, Vocabulary vocabulary)
    {
        var bag = new DiagnosticBag();
        if (text.Length > Limits.Text)
        {
            bag.Add(Problems.TextTooLong(new TextRange(0, 0, 1, 1, 1, 1), Limits.Text));
            return new CheckResult(null, bag.InOrder());
        }
        var tokens = Lexer.Read(text, bag);
        var context = new CheckContext(text, ProgramParser.Read(tokens, bag), vocabulary, bag);
        foreach (var pass in Binding)
            pass(context);
        if (bag.HasErrors)
            return new CheckResult(null, bag.InOrder());

        var program = Assemble(context);
        Try(context, program);
        var examples = bag.HasErrors ? [] : ExamplesPass.Run(context, program);
        return new CheckResult(bag.HasErrors ? null : new RuleProgram(program), bag.InOrder(), examples);
    }

    /// <summary>Tries the rules of a bound program out.</summary>
    private static void Try(CheckContext context, BoundProgram program)
    {
        // What takes too long to judge takes too long to try.
        StepsPass.Run(context, program);
        if (context.Bag.HasErrors)
            return;
        var finder = new CaseFinder(program, new Effort());
        foreach (var pass in Trying)
            pass(context, program, finder);
    }

    /// <summary>A program whose rules are well built, whether or not they make sense together; null for any other text.</summary>
    internal static BoundProgram? Bind(string text, Vocabulary vocabulary)
    {
        var bag = new DiagnosticBag();
        var context = new CheckContext(text, ProgramParser.Read(Lexer.Read(text, bag), bag), vocabulary, bag);
        foreach (var pass in Binding)
            pass(context);
        return bag.HasErrors ? null : Assemble(context);
    }

    private static BoundProgram Assemble(CheckContext context)
    {
        context.Vocabulary.TryFind("customer.status", out var status);
        var statusSlot = context.Slot(status ?? StandardFields.All.First(field => field.Path == "customer.status"));
        FieldSlot[] slots = [.. context.Slots.OrderBy(slot => slot.Index)];
        return new BoundProgram
        {
            Name = context.Syntax.Header!.Name.Text,
            Currency = context.Currency,
            Hash = TextHash.Of(context.Text),
            Rounding = context.Rounding,
            FiscalYear = context.FiscalYear,
            Roles = context.Roles,
            Credits = [.. context.Credits.OrderBy(rule => rule.Name, StringComparer.Ordinal).ThenBy(rule => rule.Effective.From)],
            Commissions = [.. context.Commissions.OrderBy(rule => rule.Name, StringComparer.Ordinal).ThenBy(rule => rule.Effective.From)],
            Clawbacks = [.. context.Clawbacks.OrderBy(rule => rule.Name, StringComparer.Ordinal)],
            Tiers = [.. context.Tiers.OrderByDescending(rule => rule.Rank)],
            Fields = [.. slots.Select(slot => slot.Definition).Union(context.AddedFields).OrderBy(known => known.Path, StringComparer.Ordinal)],
            Churn = context.Churn,
            Status = statusSlot,
            Registration = context.Registration,
            Slots = slots,
            Reader = new FactsReader(slots),
        };
    }
}

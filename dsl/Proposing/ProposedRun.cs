using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Checking.Examples;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Proposing;

/// <summary>A case in the words of an example, judged as an example is.</summary>
internal sealed class ProposedRun
{
    private readonly ExampleRun run;

    private ProposedRun(string given, ExampleRun run)
    {
        Given = given;
        this.run = run;
    }

    public string Given { get; }

    public IReadOnlyList<Ruling> Rulings => run.Rulings;

    /// <summary>The case that the words describe; null where they make none.</summary>
    public static ProposedRun? Of(BoundProgram program, string given)
    {
        var text = "language 1\nprogram \"Proposed\" in " + program.Currency + "\nexample \"Proposed\" " + given + " expect conflict";
        var bag = new DiagnosticBag();
        var syntax = ProgramParser.Read(Lexer.Read(text, bag), bag);
        var fields = program.Fields.Aggregate(Vocabulary.Standard, (known, field) => known.With(field));
        var context = new CheckContext(text, syntax, fields, bag);
        return syntax.Rules.OfType<ExampleSyntax>().FirstOrDefault() is { } example && new ExampleCase(context, program).Build(example) is { } built
            ? new ProposedRun(given, ExampleRun.Of(program, built))
            : null;
    }

    /// <summary>What the rules come to.</summary>
    public string Expected(bool commission) => "expect " + (commission ? Commission() : Credit());

    private string Credit()
    {
        var credit = run.Credits.Select(one => one.Credit).Last();
        return credit.Outcome switch
        {
            CreditOutcome.Conflict => "conflict",
            CreditOutcome.Refused => "refused",
            CreditOutcome.House => "credit house " + NumberText.Grouped(credit.HouseAmount),
            _ => "credit " + string.Join(", ", [
                .. credit.Shares.GroupBy(share => share.PartnerKey)
                    .Select(partner => $"{partner.Key} {NumberText.Grouped(partner.Sum(share => share.Amount))}"),
                .. credit.HouseAmount == 0 ? Enumerable.Empty<string>() : ["house " + NumberText.Grouped(credit.HouseAmount)]]),
        };
    }

    private string Commission()
    {
        var earned = run.Earned.GroupBy(line => line.Partner)
            .Select(partner => (Partner: partner.Key, Amount: partner.Sum(line => line.Amount))).Where(one => one.Amount != 0).ToArray();
        return earned.Length == 0
            ? "no commission"
            : "commission " + string.Join(", ", earned.Select(one => $"{one.Partner} {NumberText.Grouped(one.Amount)}"));
    }
}

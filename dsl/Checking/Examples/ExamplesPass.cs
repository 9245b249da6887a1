using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking.Examples;

/// <summary>Runs the examples. A program whose examples fail can't be published.</summary>
internal static class ExamplesPass
{
    public static IReadOnlyList<ExampleResult> Run(CheckContext context, BoundProgram program)
    {
        var results = new List<ExampleResult>();
        foreach (var example in context.Syntax.Rules.OfType<ExampleSyntax>())
        {
            results.Add(new ExampleCase(context, program).Build(example) is { } built
                ? Compare(context, program, example, built)
                : new ExampleResult(example.Name.Text, example.Range, [], []));
        }
        return results;
    }

    private static ExampleResult Compare(CheckContext context, BoundProgram program, ExampleSyntax example, BuiltExample built)
    {
        var run = ExampleRun.Of(program, built);
        var comparison = new ExampleComparison(built, run);
        var failures = new List<ExampleFailure>();
        foreach (var expectation in example.Expected)
        {
            if (comparison.Misfit(expectation) is { } misfit)
            {
                failures.Add(new ExampleFailure(expectation.Range, misfit.Message));
                context.Bag.Add(misfit);
            }
            else if (comparison.Difference(expectation)?.TrimEnd('.') is { } difference)
            {
                failures.Add(new ExampleFailure(expectation.Range, difference));
                context.Bag.Add(Problems.ExampleFails(expectation.Range, example.Name.Text, difference, Explained(run)));
            }
        }
        return new ExampleResult(example.Name.Text, example.Range, run.Rulings, failures)
        {
            Missed = () => built.Deal is { } deal ? NearMisses.Of(new RuleProgram(program), deal)
                : run.Judged is { } month ? NearMisses.Of(new RuleProgram(program), month.Case, month.Figures)
                : [],
        };
    }

    private static string Explained(ExampleRun run) => string.Concat(
        run.Rulings.SelectMany(ruling => Explanation.Render(ruling.Derivation)).Select(line => "\n    " + line));
}

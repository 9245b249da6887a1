using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Cli.Input;

namespace CrmAddon.Rules.Cli.Testing;

/// <summary>The results of examples, for machines.</summary>
internal static class TestJson
{
    public static object Of(IEnumerable<CheckedFile> files) => new
    {
        Files = files.Select(file => new
        {
            File = file.Name,
            Succeeded = file.Result.Succeeded,
            Errors = file.Result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)
                .Select(found => new { found.Code, Line = found.Range.StartLine, Column = found.Range.StartColumn, found.Message }),
            Examples = file.Result.Examples.Select(example => new
            {
                example.Name,
                Line = example.Range.StartLine,
                example.Passed,
                Failures = example.Failures.Select(failure => new { Line = failure.Range.StartLine, failure.Message }),
                Explanation = example.Passed ? null : example.Rulings.SelectMany(ruling => Explanation.Render(ruling.Derivation)),
            }),
        }),
    };
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Rules.Cli.Input;

namespace CrmAddon.Rules.Cli.Checking;

/// <summary>The findings in the Static Analysis Results Interchange Format, version 2.1.0 of OASIS.</summary>
internal static class Sarif
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static object Of(IReadOnlyCollection<CheckedFile> files)
    {
        var codes = files.SelectMany(file => file.Result.Diagnostics).Select(found => found.Code)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        return new Dictionary<string, object>
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    Tool = new
                    {
                        Driver = new
                        {
                            Name = "rules",
                            SemanticVersion = typeof(RuleProgram).Assembly.GetName().Version!.ToString(3),
                            Rules = codes.Select(code => new { Id = code }),
                        },
                    },
                    ColumnKind = "utf16CodeUnits",
                    Artifacts = files.Select(file => new { Location = new { Uri = UriOf(file.Path) } }),
                    Results = files.SelectMany((file, index) => file.Result.Diagnostics
                        .Select(found => Result(found, codes.IndexOf(found.Code), UriOf(file.Path), index))),
                },
            },
        };
    }

    private static object Result(Diagnostic found, int rule, string uri, int artifact) => new
    {
        RuleId = found.Code,
        RuleIndex = rule,
        Level = found.Severity == DiagnosticSeverity.Error ? "error" : "warning",
        Message = new { Text = found.Hint is { } hint ? $"{found.Message}\nHint: {hint}" : found.Message },
        Locations = new[]
        {
            new
            {
                PhysicalLocation = new
                {
                    ArtifactLocation = new { Uri = uri, Index = artifact },
                    Region = new
                    {
                        found.Range.StartLine,
                        found.Range.StartColumn,
                        found.Range.EndLine,
                        found.Range.EndColumn,
                        CharOffset = found.Range.Offset,
                        CharLength = found.Range.Length,
                    },
                },
            },
        },
    };

    // Relative to the folder in which the command ran; each part of the path is escaped, the separators are not.
    private static string UriOf(string path) => path == "-" ? "stdin"
        : Path.IsPathRooted(path) ? new Uri(Path.GetFullPath(path)).AbsoluteUri
        : string.Join('/', path.Replace(Path.DirectorySeparatorChar, '/').Split('/').Select(Uri.EscapeDataString));
}

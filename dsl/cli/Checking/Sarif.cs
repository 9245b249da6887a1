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
        var uris = files.Select(file => UriOf(file.Path)).Distinct().ToList();
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
                    Artifacts = uris.Select(uri => new { Location = new { Uri = uri } }),
                    Results = files.DistinctBy(file => UriOf(file.Path)).SelectMany(file => file.Result.Diagnostics
                        .Select(found => Result(found, codes.IndexOf(found.Code), Artifact(file, uris)))),
                },
            },
        };
    }

    private static object Result(Diagnostic found, int rule, object artifact) => new
    {
        RuleId = found.Code,
        RuleIndex = rule,
        Level = found.Severity == DiagnosticSeverity.Error ? "error" : "warning",
        Message = new { Text = Told(found) },
        Locations = new[] { new { PhysicalLocation = new { ArtifactLocation = artifact, Region = Region(found.Range) } } },
        Fixes = found.Replacement is { } replacement
            ? new[]
            {
                new
                {
                    ArtifactChanges = new[]
                    {
                        new
                        {
                            ArtifactLocation = artifact,
                            Replacements = new[] { new { DeletedRegion = Region(found.Range), InsertedContent = new { Text = replacement } } },
                        },
                    },
                },
            }
            : null,
    };

    private static string Told(Diagnostic found) => found.Message
        + (found.Hint is { } hint ? $"\nHint: {hint}" : "")
        + (found.Given is { } given ? $"\nFor example: given {given}" : "");

    private static object Artifact(CheckedFile file, List<string> uris) => new { Uri = UriOf(file.Path), Index = uris.IndexOf(UriOf(file.Path)) };

    private static object Region(TextRange range) => new
    {
        range.StartLine,
        range.StartColumn,
        range.EndLine,
        range.EndColumn,
        CharOffset = range.Offset,
        CharLength = range.Length,
    };

    // Relative to the folder in which the command ran; each part of the path is escaped, the separators are not.
    private static string UriOf(string path) => path == "-" ? "stdin"
        : Path.IsPathRooted(path) ? new Uri(Path.GetFullPath(path)).AbsoluteUri
        : string.Join('/', path.Replace(Path.DirectorySeparatorChar, '/').Split('/').Select(Uri.EscapeDataString));
}

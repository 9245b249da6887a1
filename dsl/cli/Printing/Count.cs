using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules.Cli.Printing;

/// <summary>Says how many there are.</summary>
internal static class Count
{
    /// <summary>Such as <c>1 file</c>, <c>2 files</c>, <c>no files</c>.</summary>
    public static string Of(long count, string noun) =>
        (count == 0 ? "no" : count.ToString("#,##0", CultureInfo.InvariantCulture)) + " " + noun + (count == 1 ? "" : "s");

    /// <summary>How many errors and warnings.</summary>
    public static string Findings(IEnumerable<Diagnostic> found)
    {
        var errors = 0;
        var warnings = 0;
        foreach (var severity in found.Select(diagnostic => diagnostic.Severity))
            _ = severity == DiagnosticSeverity.Error ? errors++ : warnings++;
        return warnings == 0 ? Of(errors, "error") : $"{Of(errors, "error")}, {Of(warnings, "warning")}";
    }
}

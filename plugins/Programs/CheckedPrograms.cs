using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Programs;

/// <summary>
/// The checked rules of published versions. A published text never changes, so this cache, keyed by version and hash, is the one
/// thing that the plug-ins may keep between events.
/// </summary>
internal static class CheckedPrograms
{
    private const int Capacity = 64;

    private static readonly ConcurrentDictionary<string, RuleProgram> Known = new(StringComparer.Ordinal);

    public static RuleProgram Of(IOrganizationService service, Guid version, string hash)
    {
        var key = version.ToString("N", CultureInfo.InvariantCulture) + hash;
        if (Known.TryGetValue(key, out var known))
            return known;

        var program = Read(service, version, hash);
        if (Known.Count >= Capacity)
            Known.Clear();

        Known[key] = program;
        return program;
    }

    private static RuleProgram Read(IOrganizationService service, Guid version, string hash)
    {
        var row = service.Retrieve(RuleVersion.Table, version, new ColumnSet(RuleVersion.Name, RuleVersion.Text));
        var result = RuleProgram.Check(row.Text(RuleVersion.Text), Vocabulary.Standard);
        if (result.Program is { } program && string.Equals(program.Hash, hash, StringComparison.Ordinal))
            return program;

        object cause = result.Diagnostics.FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error)?.ToString("rules")
            ?? (object)new Sentence("rules.text-changed");
        throw new Refusal("rules.cannot-be-applied", ("name", row.Text(RuleVersion.Name)), ("cause", cause));
    }
}

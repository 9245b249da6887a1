using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Rulings;

/// <summary>A ruling of the CRM together with the rules that it was judged by.</summary>
/// <param name="Stored">What was kept.</param>
/// <param name="Rules">The published rules.</param>
internal sealed record KeptRuling(StoredRuling Stored, RuleProgram Rules)
{
    private static readonly string[] Columns =
        [RulingRow.Number, RulingRow.Inputs, RulingRow.Result, RulingRow.Derivation, RulingRow.Hash, RulingRow.PreviousHash, RulingRow.RuleVersion];

    /// <summary>The case that was judged.</summary>
    /// <exception cref="Refusal">What was kept can't be read.</exception>
    public StoredCase Case()
    {
        try
        {
            return CaseReader.Read(Stored.Inputs, Vocabulary.Standard, Stored.Partner);
        }
        catch (CaseFormatException e)
        {
            throw RulingText.Unreadable(Stored.Name, e.Message);
        }
    }

    /// <param name="caller">The service with the rights of whoever asks: who may not read the ruling is refused.</param>
    /// <param name="system">The service with the system's rights, for the text of the rules.</param>
    /// <param name="id">The ruling.</param>
    public static KeptRuling Load(IOrganizationService caller, IOrganizationService system, Guid id)
    {
        var row = caller.Retrieve(RulingRow.Table, id, new ColumnSet(Columns));
        var version = row.Lookup(RulingRow.RuleVersion) ?? throw RulingText.WithoutRules(row.Text(RulingRow.Number));
        var hash = system.Retrieve(RuleVersion.Table, version, new ColumnSet(RuleVersion.Hash)).Text(RuleVersion.Hash);
        return new KeptRuling(
            new StoredRuling(
                row.Text(RulingRow.Number), row.Text(RulingRow.Inputs), row.Text(RulingRow.Result),
                row.Text(RulingRow.Derivation) is { Length: > 0 } derivation ? derivation : null,
                row.Text(RulingRow.Hash), row.Text(RulingRow.PreviousHash)),
            CheckedPrograms.Of(system, version, hash));
    }
}

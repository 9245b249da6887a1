using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>What a partner's tier is decided by, as it was read.</summary>
public sealed class StoredTier : StoredCase
{
    internal StoredTier(Members members, Vocabulary vocabulary) => Case = new TierCase
    {
        PartnerKey = members.Name("partner"),
        PartnerName = members.NameOrNone("name"),
        Month = members.Month("month"),
        Usage = members.History("usage"),
        Fields = members.Fields(vocabulary),
        ActiveCustomers = members.Map("activeCustomers").ToDictionary(
            month => Members.ToMonth(month.Value, month.Name), month => Members.Texts(month.Value)),
    };

    /// <summary>The partner and its customers.</summary>
    public TierCase Case { get; }

    /// <inheritdoc/>
    public override string Key => Case.PartnerKey;

    /// <inheritdoc/>
    public override string Name => $"{Case.PartnerName ?? Case.PartnerKey}, {Case.Month}";

    /// <inheritdoc/>
    public override Month Month => Case.Month;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string? Name)> Partners => [(Case.PartnerKey, Case.PartnerName)];

    /// <inheritdoc/>
    public override IReadOnlyList<Ruling> Judge(RuleProgram program) => [program.Judge(Case)];

    /// <inheritdoc/>
    public override string Inputs(RuleProgram program) => CaseText.Of(Case, Earliest(program.TierLookbackMonths));
}

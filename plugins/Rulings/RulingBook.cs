using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Rulings;

/// <summary>
/// Keeps the chain of rulings of each subject. A ruling is written only if the rules, what they were told or what they said differ
/// from the subject's last one, so a replay adds nothing.
/// </summary>
internal sealed class RulingBook(IOrganizationService service)
{
    private const int SummaryLength = 500;

    /// <summary>Records the evidence, unless the last ruling of the subject says the same.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="evidence">What it says.</param>
    /// <param name="isFirst">Whether the subject was just created, so that there can't be an earlier ruling.</param>
    public RecordedRuling Record(RulingSubject subject, Evidence evidence, bool isFirst = false)
    {
        var last = isFirst ? null : Last(subject);
        if (last is not null && last.Text(RulingRow.Hash) == HashOf(evidence, last.Text(RulingRow.PreviousHash)))
            return new RecordedRuling(last.ToEntityReference(), IsNew: false);

        var previousHash = last?.Text(RulingRow.Hash) ?? "";
        var ruling = new Entity(RulingRow.Table)
        {
            [RulingRow.RuleVersion] = evidence.Version,
            [RulingRow.BusinessDate] = evidence.BusinessDate,
            [RulingRow.Summary] = evidence.Summary.Cut(SummaryLength),
            [RulingRow.Inputs] = evidence.Inputs,
            [RulingRow.Result] = evidence.Result,
            [RulingRow.Derivation] = evidence.Derivation(),
            [RulingRow.Hash] = HashOf(evidence, previousHash),
        };
        subject.Describe(ruling);
        if (last is not null)
        {
            ruling[RulingRow.Previous] = last.ToEntityReference();
            ruling[RulingRow.PreviousHash] = previousHash;
        }

        return new RecordedRuling(new EntityReference(RulingRow.Table, service.Create(ruling)), IsNew: true);
    }

    private Entity? Last(RulingSubject subject)
    {
        var query = subject.Restrict(Queries.From(RulingRow.Table, RulingRow.Hash, RulingRow.PreviousHash));
        query.AddOrder(RulingRow.CreatedOn, OrderType.Descending);
        query.AddOrder(RulingRow.Number, OrderType.Descending);
        return service.First(query);
    }

    // The derivation follows from the rules and the inputs, so it is no part of what makes two rulings the same.
    private static string HashOf(Evidence evidence, string previousHash) =>
        Sha256Text.Of(string.Join("\n", evidence.RulesHash, evidence.Inputs, evidence.Result, previousHash));
}

/// <summary>The ruling that holds now.</summary>
/// <param name="Ruling">Its row.</param>
/// <param name="IsNew">Whether it was written by this event.</param>
internal sealed record RecordedRuling(EntityReference Ruling, bool IsNew);

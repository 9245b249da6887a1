using System.Collections.Generic;

namespace CrmAddon.Rules.Json;

/// <summary>What may be taken back of a customer that has churned, as it was read.</summary>
public sealed class StoredClawback : StoredCase
{
    internal StoredClawback(Members members, Vocabulary vocabulary) => Case = new ClawbackCase
    {
        CustomerKey = members.Name("key"),
        CustomerName = members.NameOrNone("name"),
        Month = members.Month("month"),
        DealKey = members.NameOrNone("deal"),
        DealName = members.NameOrNone("dealName"),
        Fields = members.Fields(vocabulary),
        Entries = members.List("entries", entry => new ClawbackEntry(
            entry.Name("key"), entry.Name("rule"), entry.Name("partner"), entry.Text("role"), entry.Number("amount"))),
    };

    /// <summary>The churned customer.</summary>
    public ClawbackCase Case { get; }

    /// <inheritdoc/>
    public override string Key => Case.CustomerKey;

    /// <inheritdoc/>
    public override string Name => $"{Case.CustomerName ?? Case.CustomerKey}, {Case.DealName ?? Case.DealKey ?? "usage"}, {Case.Month}";

    /// <inheritdoc/>
    public override Month Month => Case.Month;

    /// <inheritdoc/>
    public override IReadOnlyList<Ruling> Judge(RuleProgram program) => [program.Judge(Case)];

    /// <inheritdoc/>
    public override string Inputs(RuleProgram program) => CaseText.Of(Case);
}

using System.Collections.Generic;

namespace CrmAddon.Rules.Json;

/// <summary>A partner's month over all customers, as it was read.</summary>
public sealed class StoredPartner : StoredCase
{
    internal StoredPartner(Members members, Vocabulary vocabulary) => Case = new PartnerCase
    {
        PartnerKey = members.Name("partner"),
        PartnerName = members.NameOrNone("name"),
        Month = members.Month("month"),
        Fields = members.Fields(vocabulary),
        Customers = members.List("customers", customer => new PartnerCustomer
        {
            CustomerKey = customer.Name("key"),
            CustomerName = customer.NameOrNone("name"),
            Usage = customer.History("usage"),
            Lines = customer.List("lines", line => new Measured(
                line.Name("rule"), line.Name("partner"), line.Text("role"), line.Number("measure"), line.Number("credited"))),
            Booked = customer.Booked(),
        }),
    };

    /// <summary>The partner's month.</summary>
    public PartnerCase Case { get; }

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
    public override string Inputs(RuleProgram program) => CaseText.Of(Case, Earliest(program.LookbackMonths));
}

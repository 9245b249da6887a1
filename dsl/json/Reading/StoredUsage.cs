using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>A customer's month as it was read.</summary>
public sealed class StoredUsage : StoredCase
{
    /// <summary>A case as it would be read.</summary>
    public StoredUsage(UsageCase usage) => Case = usage ?? throw new ArgumentNullException(nameof(usage));

    internal StoredUsage(Members members, Vocabulary vocabulary) => Case = new UsageCase
    {
        CustomerKey = members.Name("key"),
        CustomerName = members.NameOrNone("name"),
        Month = members.Month("month"),
        Usage = members.History("usage"),
        Fields = members.Fields(vocabulary),
        Participants = members.Participants(vocabulary),
        Products = members.Map("products").ToDictionary(product => product.Name, product => Members.Number(product.Value), StringComparer.Ordinal),
        Booked = members.Booked(),
    };

    /// <summary>The customer's month.</summary>
    public UsageCase Case { get; }

    /// <inheritdoc/>
    public override string Key => Case.CustomerKey;

    /// <inheritdoc/>
    public override string Name => $"{Case.CustomerName ?? Case.CustomerKey}, {Case.Month}";

    /// <inheritdoc/>
    public override Month Month => Case.Month;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string? Name)> Partners => Case.Participants.Select(who => (who.PartnerKey, who.PartnerName));

    /// <inheritdoc/>
    public override IReadOnlyList<Ruling> Judge(RuleProgram program) => [program.Judge(Case)];

    /// <inheritdoc/>
    public override string Inputs(RuleProgram program) => CaseText.Of(Case, Earliest(program.LookbackMonths));
}

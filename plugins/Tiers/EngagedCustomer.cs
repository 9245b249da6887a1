using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tiers;

/// <summary>A customer with whom a partner is or was engaged.</summary>
/// <param name="Id">Row of the customer.</param>
/// <param name="Row">Its columns.</param>
/// <param name="Engagements">First and last month of each engagement; no last month where it goes on.</param>
/// <param name="Usage">The customer's usage.</param>
internal sealed record EngagedCustomer(
    Guid Id, Entity Row, IReadOnlyList<(Month From, Month? Until)> Engagements, IReadOnlyList<KeyValuePair<Month, decimal>> Usage)
{
    private readonly UsageHistory _history = new(Usage);

    /// <summary>The key by which the rules know the customer.</summary>
    public string Key => Id.ToString("D");

    public bool IsEngagedIn(Month month) => Engagements.Any(one => one.From <= month && (one.Until is not { } until || until >= month));

    /// <summary>Whether the program's churn rule finds the customer active in the month.</summary>
    public bool IsActiveIn(RulesInForce rules, Month month) => rules.Rules.Judge(new UsageCase
    {
        CustomerKey = Key,
        CustomerName = Row.Text(Account.Name),
        Month = month,
        Usage = _history,
        Fields = CustomerFacts.Of(rules, Row, month),
    }).CustomerIsActive;
}

using System;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Ledger;

/// <summary>What makes two amounts parts of the same debt: all entries of one line add up to what the rules give.</summary>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Subject">Id of the deal or of the customer.</param>
/// <param name="Role">The role in which the partner earned it.</param>
/// <param name="Rule">Name of the commission rule.</param>
/// <param name="Earned">The month in which it was earned.</param>
/// <param name="IsHold">Whether it is the part that the rule holds back.</param>
internal sealed record EntryLine(string Partner, Guid Subject, string Role, string Rule, Month Earned, bool IsHold)
{
    /// <summary>Number of the product, for a rule that pays per product; otherwise empty.</summary>
    public string Product { get; init; } = "";

    /// <summary>Whether it takes back what other lines earned; the rule is the clawback then.</summary>
    public bool IsClawback { get; init; }

    /// <summary>The line of which this is the payable or the held part, in whichever month it was earned.</summary>
    public EntryLine Debt => this with { IsHold = false, Earned = default };
}

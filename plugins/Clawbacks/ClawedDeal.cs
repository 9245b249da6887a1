using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Deals;
using CrmAddon.Plugins.Ledger;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Clawbacks;

/// <summary>A deal of a customer that may have left, with everything that was booked for it.</summary>
/// <param name="Id">Row of the deal.</param>
/// <param name="Row">Its columns.</param>
/// <param name="Entries">All of its entries, clawbacks among them.</param>
internal sealed record ClawedDeal(Guid Id, Entity Row, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>What was taken back of it.</summary>
    public IEnumerable<LedgerEntry> Clawbacks => Entries.Where(entry => entry.Line.IsClawback);

    private IEnumerable<LedgerEntry> Earned => Entries.Where(entry => !entry.Line.IsClawback);

    /// <summary>
    /// Whether it was won by the end of the month and nothing was taken back of it when the customer left before. Who left before the
    /// deal was won has not left since.
    /// </summary>
    public bool MayBeTakenBackIn(Month month) =>
        Row.Option(Opportunity.State) == Opportunity.StateOf.Won
        && Row.Date(Opportunity.ActualClose) is { } won && Month.Of(won) <= month
        && Clawbacks.Where(entry => entry.Line.Earned != month).Sum(entry => entry.Amount) == 0m;

    /// <summary>The deal in the rules' own words and in the program's currency.</summary>
    public ClawbackCase ToCase(RulesInForce rules, Month month, UsageCase customer)
    {
        var fields = customer.Fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        DealLoader.OpportunityFields.Read(
            Row, fields,
            amount => rules.Program.Convert(amount, Row.Lookup(Opportunity.Currency),
                Row.GetAttributeValue<decimal?>(Opportunity.ExchangeRate), rules.Rules.MinorDigits),
            _ => null);
        return new ClawbackCase
        {
            CustomerKey = customer.CustomerKey,
            CustomerName = customer.CustomerName,
            Month = month,
            DealKey = Row.Text(Opportunity.DealNumber) is { Length: > 0 } number ? number : Id.ToString("D"),
            DealName = Row.Text(Opportunity.Name),
            Fields = fields,
            Entries = Earned
                .Select(entry => new ClawbackEntry(entry.Key, entry.Line.Rule, entry.Line.Partner, entry.Line.Role, entry.Amount))
                .ToList(),
        };
    }

    /// <summary>The line of the ledger that takes back an entry. What was held is taken back from what is held.</summary>
    public EntryTarget Target(ClawbackLine taken, Month month)
    {
        var entry = Entries.First(one => one.Key == taken.EntryKey);
        var line = entry.Line with { Rule = taken.Clawback, Earned = month, IsClawback = true };
        return new EntryTarget(line, taken.Amount, taken.Amount, entry.Release);
    }
}

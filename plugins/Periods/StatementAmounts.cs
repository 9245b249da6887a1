using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Periods;

/// <summary>
/// The arithmetic of a statement, all in the program's currency: closing = opening + earned + adjustments + clawbacks; what is held
/// is part of that but not payable yet: payable = closing - held balance.
/// </summary>
internal sealed record StatementAmounts
{
    /// <summary>The closing balance of the partner's statement before, less what was approved of it.</summary>
    public decimal Opening { get; init; }

    /// <summary>What the month's accruals add up to, held parts included.</summary>
    public decimal Earned { get; init; }

    /// <summary>Corrections of what was posted before.</summary>
    public decimal Adjustments { get; init; }

    /// <summary>What was taken back.</summary>
    public decimal Clawbacks { get; init; }

    /// <summary>What this month newly holds back.</summary>
    public decimal HeldNow { get; init; }

    /// <summary>What this month sets free of earlier holds.</summary>
    public decimal Released { get; init; }

    /// <summary>What is held at the end of the month.</summary>
    public decimal HeldBalance { get; init; }

    /// <summary>How many entries the month has.</summary>
    public int Entries { get; init; }

    /// <summary>The balance at the end of the month.</summary>
    public decimal Closing => Opening + Earned + Adjustments + Clawbacks;

    /// <summary>What is payable of it now.</summary>
    public decimal Payable => Closing - HeldBalance;

    /// <summary>
    /// What the next statement opens with: the closing balance, less what was approved of it, which is on its way to the partner and
    /// not owed again; 0 where there is no statement before.
    /// </summary>
    public static decimal Carried(Entity? statement) => statement is null ? 0m
        : statement.Option(StatementRow.Status) is StatementRow.StatusOf.Approved or StatementRow.StatusOf.Paid
            ? statement.Amount(StatementRow.Closing) - statement.Amount(StatementRow.Payable)
            : statement.Amount(StatementRow.Closing);

    /// <summary>Adds up one month of a partner's entries.</summary>
    /// <param name="month">The month.</param>
    /// <param name="entries">The entries booked in the month, and the earlier ones that it sets free.</param>
    /// <param name="opening">What the statement before carries (<see cref="Carried"/>).</param>
    /// <param name="heldBefore">Held balance of the statement before.</param>
    public static StatementAmounts Of(Month month, IReadOnlyCollection<BookedEntry> entries, decimal opening, decimal heldBefore)
    {
        var booked = entries.Where(entry => entry.Booked == month).ToList();
        var heldNow = booked.Where(entry => entry.IsHeldAfter(month)).Sum(entry => entry.Amount);
        var released = entries.Where(entry => entry.Booked < month && entry.Release <= month).Sum(entry => entry.Amount);
        return new StatementAmounts
        {
            Opening = opening,
            Earned = booked.Where(entry => entry.Kind == Entry.KindOf.Accrual).Sum(entry => entry.Amount),
            Clawbacks = booked.Where(entry => entry.Kind == Entry.KindOf.Clawback).Sum(entry => entry.Amount),
            Adjustments = booked.Where(entry => entry.Kind is not (Entry.KindOf.Accrual or Entry.KindOf.Clawback)).Sum(entry => entry.Amount),
            HeldNow = heldNow,
            Released = released,
            HeldBalance = heldBefore + heldNow - released,
            Entries = booked.Count,
        };
    }
}

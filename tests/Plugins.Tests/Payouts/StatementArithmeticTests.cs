using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Periods;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using CsCheck;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Payouts;

/// <summary>Whatever is booked, held, taken back and approved month by month: every cent is paid once or still owed.</summary>
[TestClass]
public sealed class StatementArithmeticTests
{
    private static readonly int[] Kinds = [Entry.KindOf.Accrual, Entry.KindOf.Adjustment, Entry.KindOf.Clawback];

    private static readonly Gen<(int Cents, int Kind, int Held)[]> Bookings =
        Gen.Select(Gen.Int[-5_000, 10_000], Gen.Int[0, 2].Select(kind => Kinds[kind]), Gen.Int[0, 3]).Array[0, 4];

    [TestMethod]
    public void Every_cent_is_paid_once_or_still_owed() =>
        Gen.Select(Bookings, Gen.Bool).Array[1, 12].Sample(months => Follow(months));

    private static void Follow(((int Cents, int Kind, int Held)[] Booked, bool Approve)[] months)
    {
        var ledger = new List<BookedEntry>();
        var settled = new HashSet<Guid>();
        var paid = 0m;
        Entity? statement = null;
        var month = new Month(2026, 1);
        foreach (var (booked, approve) in months)
        {
            ledger.AddRange(booked.Select(entry => Posted(entry, month)));
            var due = ledger.Where(entry => entry.Booked == month || entry.Release == month).ToList();
            if (due.Count > 0)
            {
                var amounts = StatementAmounts.Of(
                    month, due, StatementAmounts.Carried(statement), statement?.Amount(StatementRow.HeldBalance) ?? 0m);
                Assert.AreEqual(ledger.Where(entry => entry.IsHeldAfter(month)).Sum(entry => entry.Amount), amounts.HeldBalance);
                Assert.AreEqual(Open(ledger, settled, month).Sum(entry => entry.Amount), amounts.Payable);
                statement = Row(amounts);
            }

            if (approve && IsApprovable(statement))
            {
                statement![StatementRow.Status] = new OptionSetValue(StatementRow.StatusOf.Approved);
                paid += statement.Amount(StatementRow.Payable);
                settled.UnionWith(Open(ledger, settled, month).Select(entry => entry.Id));
            }

            month = month.AddMonths(1);
        }

        Assert.AreEqual(ledger.Sum(entry => entry.Amount), paid + StatementAmounts.Carried(statement));
    }

    private static bool IsApprovable(Entity? statement) => statement is not null
        && statement.Option(StatementRow.Status) == StatementRow.StatusOf.Issued
        && statement.Amount(StatementRow.Payable) > 0m;

    private static IEnumerable<BookedEntry> Open(IEnumerable<BookedEntry> ledger, HashSet<Guid> settled, Month month) =>
        ledger.Where(entry => !entry.IsHeldAfter(month) && !settled.Contains(entry.Id));

    private static BookedEntry Posted((int Cents, int Kind, int Held) entry, Month month) => new(
        Guid.NewGuid(), Entry.StatusOf.Posted, entry.Kind, month, entry.Cents / 100m, entry.Held == 0 ? null : month.AddMonths(entry.Held),
        new StatementLine("", "", "", month, entry.Cents / 100m));

    private static Entity Row(StatementAmounts amounts) => new(StatementRow.Table)
    {
        [StatementRow.Status] = new OptionSetValue(StatementRow.StatusOf.Issued),
        [StatementRow.Closing] = new Money(amounts.Closing),
        [StatementRow.HeldBalance] = new Money(amounts.HeldBalance),
        [StatementRow.Payable] = new Money(amounts.Payable),
    };
}

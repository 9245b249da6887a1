using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Ledger;
using CrmAddon.Rules;
using CsCheck;

namespace CrmAddon.Plugins.Tests.Ledger;

[TestClass]
public sealed class PostingTests
{
    private static readonly Guid Subject = new("11111111-1111-1111-1111-111111111111");
    private static readonly Month March = new(2026, 3);
    private static readonly EntryLine Line = new("Skyops", Subject, "MSP", "Recurring", March, IsHold: false);

    [TestMethod]
    public void What_is_earned_first_is_an_accrual_in_its_own_month()
    {
        var books = new Books(March);
        books.Say(Line, 100m);
        Assert.AreEqual("2026-03 accrual 100", books.ToString());
    }

    [TestMethod]
    public void A_change_before_the_close_changes_the_same_entry()
    {
        var books = new Books(March);
        books.Say(Line, 100m);
        books.Say(Line, 70m);
        Assert.AreEqual("2026-03 accrual 70", books.ToString());
    }

    [TestMethod]
    public void What_is_earned_for_a_closed_month_is_booked_in_the_open_one()
    {
        var books = new Books(March.AddMonths(1));
        books.Say(Line, 100m);
        Assert.AreEqual("2026-04 accrual 100", books.ToString());
    }

    [TestMethod]
    public void A_reversal_is_the_exact_negation_of_what_was_posted_and_corrects_it()
    {
        var books = new Books(March);
        books.Say(Line, 0.03m);
        books.Close();
        var posted = books.Entries.Single();
        books.Say(Line, 0m);
        Assert.AreEqual("2026-03 accrual 0.03, 2026-04 adjustment -0.03", books.ToString());
        Assert.AreEqual(posted.Id, books.Corrected.Single());
    }

    [TestMethod]
    public void A_reversal_before_the_close_leaves_no_entry()
    {
        var books = new Books(March);
        books.Say(Line, 100m);
        books.Say(Line, 0m);
        Assert.AreEqual("", books.ToString());
    }

    [TestMethod]
    public void An_entry_of_a_month_that_is_being_closed_is_posted_as_it_stands()
    {
        var books = new Books(March);
        books.Say(Line, 100m);
        books.BeginToClose();
        books.Say(Line, 130m);
        Assert.AreEqual("2026-03 accrual 100, 2026-04 adjustment 30", books.ToString());
    }

    [TestMethod]
    public void The_amount_before_the_cap_is_booked_by_the_same_arithmetic()
    {
        var books = new Books(March);
        books.Say(new EntryTarget(Line, 40m, 100m));
        books.Close();
        books.Say(new EntryTarget(Line, 40m, 120m));
        Assert.AreEqual(120m, books.Entries.Sum(entry => entry.Uncapped));
        Assert.AreEqual(40m, books.Entries.Sum(entry => entry.Amount));
    }

    [TestMethod]
    public void However_often_it_changes_the_entries_add_up_to_what_was_said_last_and_nothing_posted_is_touched() =>
        Stories.Sample(story =>
        {
            var books = new Books(March);
            foreach (var step in story)
            {
                var settled = books.Settled();
                step.Play(books);
                CollectionAssert.IsSubsetOf(settled, books.Settled());
                Assert.AreEqual(step.Amount ?? books.Entries.Sum(entry => entry.Amount), books.Entries.Sum(entry => entry.Amount));
                Assert.IsLessThanOrEqualTo(1, books.Entries.Count(entry => !entry.IsSettled(books.Open)));
            }
        });

    [TestMethod]
    public void Saying_the_same_again_changes_nothing() =>
        Stories.Sample(story =>
        {
            var books = new Books(March);
            foreach (var step in story)
                step.Play(books);

            var last = new EntryTarget(Line, books.Entries.Sum(entry => entry.Amount), books.Entries.Sum(entry => entry.Uncapped));
            Assert.IsTrue(books.Plan([last]).IsEmpty);
        });

    private static Gen<Step[]> Stories => Gen.OneOf(
        Gen.Int[-100_000, 100_000].Select(cents => new Step(cents / 100m)),
        Gen.Const(new Step(null))).Array[1, 12];

    private sealed record Step(decimal? Amount)
    {
        public void Play(Books books)
        {
            if (Amount is { } amount)
                books.Say(Line, amount);
            else
                books.Close();
        }
    }

    private sealed class Books(Month open)
    {
        public Month Open { get; private set; } = open;

        public List<LedgerEntry> Entries { get; private set; } = [];

        public List<Guid> Corrected { get; } = [];

        public void Say(EntryLine line, decimal amount) => Say(new EntryTarget(line, amount, amount));

        public void Say(EntryTarget target)
        {
            var plan = Plan([target]);
            foreach (var gone in plan.Gone)
                Assert.IsTrue(Entries.Single(entry => entry.Id == gone).IsProvisional);

            Entries = Entries
                .Where(entry => !plan.Gone.Contains(entry.Id))
                .Select(entry => plan.Changed.SingleOrDefault(change => change.Id == entry.Id) is { } change
                    ? entry with { Amount = change.Amount, Uncapped = change.Uncapped }
                    : entry)
                .Concat(plan.New.Select(entry => new LedgerEntry(
                    Guid.NewGuid(), entry.Key, entry.Line, entry.Booked, true, entry.Amount, entry.Uncapped, entry.Release)))
                .ToList();
            Corrected.AddRange(plan.New.Select(entry => entry.Corrects).OfType<Guid>());
            Assert.AreEqual(Entries.Count, Entries.Select(entry => entry.Key).Distinct().Count());
        }

        public LedgerPlan Plan(EntryTarget[] targets) => new Posting("CLOUD", Open).Plan(targets, Entries);

        public void BeginToClose() => Open = Open.AddMonths(1);

        public void Close()
        {
            BeginToClose();
            Entries = Entries.Select(entry => entry.Booked < Open ? entry with { IsProvisional = false } : entry).ToList();
        }

        public List<LedgerEntry> Settled() => Entries.Where(entry => !entry.IsProvisional).ToList();

        public override string ToString() => string.Join(", ", Entries.OrderBy(entry => entry.Booked).Select(entry =>
            FormattableString.Invariant(
                $"{entry.Booked} {(entry.Key.Contains("Adjustment", StringComparison.Ordinal) ? "adjustment" : "accrual")} {entry.Amount}")));
    }
}

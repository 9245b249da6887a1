using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Usage month by month, with what the windows have booked.</summary>
internal sealed partial class EngineRun
{
    private sealed record Key(string Rule, Month Window, string Customer, string Partner, string Role, string Product)
    {
        public string Line => $"{Partner}|{Customer}|{Role}|{Product}";
    }

    /// <summary>What was booked in a window so far.</summary>
    private sealed class Booked
    {
        public decimal Measure { get; set; }

        public decimal Credited { get; set; }

        public decimal Uncapped { get; set; }

        public decimal Amount { get; set; }
    }

    private readonly Dictionary<Key, Booked> booked = [];

    private void JudgeMonth(Month month)
    {
        var judged = new List<(Key Key, Earning Earning)>();
        var measured = new List<(string Customer, Measured Line)>();
        foreach (var customer in world.Customers)
        {
            var ruling = Seen(engine.Judge(EngineCases.Month(world, customer, month, InWindow(month, key => key.Customer == customer.Key))));
            var subject = $"{month} {customer.Key}";
            Credit(subject, ruling.Credit);
            lines.Add($"{subject} active {ruling.CustomerIsActive}");
            lines.AddRange(ruling.Measures.Select(one => $"{subject} measured {one.Rule} {one.PartnerKey} {one.Role} {Carried(one.Measure)}"));
            measured.AddRange(ruling.Measures.Select(one => (customer.Key, one)));
            foreach (var one in ruling.Earnings)
            {
                lines.Add($"{month} {customer.Key} earned {one.Rule} {one.PartnerKey} {one.Role} '{one.Product}' {Units(one.Amount)}"
                    + $" of {Carried(one.Measure)} since {one.Window} after {Units(one.Booked)}" + Held(one, month));
                judged.Add((new Key(one.Rule, one.Window!.Value, customer.Key, one.PartnerKey, one.Role, one.Product), one));
            }
        }
        foreach (var partner in measured.GroupBy(one => one.Line.PartnerKey))
            JudgeAcross(month, partner.Key, [.. partner], judged);
        foreach (var rule in judged.GroupBy(one => one.Key.Rule))
            Close(Rule(rule.Key, month.FirstDay), month, [.. rule]);
        foreach (var (customer, line) in measured)
        {
            var window = SlowRating.Window(Rule(line.Rule, month.FirstDay), program.FiscalMonth, month);
            Carry(new Key(line.Rule, window, customer, line.PartnerKey, line.Role, ""), line.Measure, line.Credited);
        }
    }

    private string Held(Earning one, Month month) =>
        Rule(one.Rule, month.FirstDay) is { Partner.Exists: false, Program.Exists: false } ? " held " + Units(one.Held) : "";

    private void JudgeAcross(Month month, string partner, IReadOnlyList<(string Customer, Measured Line)> measured, List<(Key Key, Earning Earning)> judged)
    {
        bool IsOpen(Key key) => key.Partner == partner && Rule(key.Rule, month.FirstDay).Over == Over.Across;
        var open = booked.Keys.Where(key => IsNow(key, month) && IsOpen(key)).Select(key => key.Customer);
        var ruling = Seen(engine.Judge(new PartnerCase
        {
            PartnerKey = partner,
            Fields = EngineCases.OfPartner(world, partner),
            Month = month,
            Customers = [.. open.Concat(measured.Select(one => one.Customer)).Distinct().Select(customer => new PartnerCustomer
            {
                CustomerKey = customer,
                Lines = [.. measured.Where(one => one.Customer == customer).Select(one => one.Line)],
                Booked = InWindow(month, key => key.Customer == customer && IsOpen(key)),
                Usage = EngineCases.History(world.Customers.Single(one => one.Key == customer)),
            })],
        }));
        // A customer without a line of this month stands here only where something changes.
        foreach (var one in ruling.Earnings.Where(one => one.Amount != 0
            || measured.Any(now => now.Customer == one.CustomerKey && now.Line.Rule == one.Rule && now.Line.Role == one.Role)))
        {
            lines.Add($"{month} across {one.Rule} {one.PartnerKey} {one.Role} {one.CustomerKey} {Units(one.Amount)}"
                + $" since {one.Window} after {Units(one.Booked)}{Held(one, month)}");
            judged.Add((new Key(one.Rule, one.Window!.Value, one.CustomerKey!, one.PartnerKey, one.Role, ""), one));
        }
    }

    private bool IsNow(Key key, Month month) => program.Commissions.Any(rule =>
        rule.Name == key.Rule && rule.Term.Holds(month.FirstDay) && SlowRating.Window(rule, program.FiscalMonth, month) == key.Window);

    private IReadOnlyList<BookedLine> InWindow(Month month, Func<Key, bool> wanted) => [.. booked
        .Where(one => IsNow(one.Key, month) && wanted(one.Key))
        .Select(one => new BookedLine
        {
            Rule = one.Key.Rule, PartnerKey = one.Key.Partner, Role = one.Key.Role, Product = one.Key.Product,
            Measure = one.Value.Measure, Credited = one.Value.Credited, Uncapped = one.Value.Uncapped, Amount = one.Value.Amount,
        })];

    private void Close(CommissionRule rule, Month month, List<(Key Key, Earning Earning)> judged)
    {
        if (!rule.Partner.Exists && !rule.Program.Exists)
        {
            foreach (var (key, earning) in judged)
                Book(key, rule, month, earning, earning.Amount, earning.Amount, earning.Held);
            return;
        }
        var all = judged.ToDictionary(one => one.Key, one => (Earning?)one.Earning);
        foreach (var key in booked.Keys.Where(key => key.Rule == rule.Name && IsNow(key, month)))
            all.TryAdd(key, null);
        var ruling = Seen(engine.ApplyLimits(rule.Name, month, [.. all.Select(one => new CapLine(
            one.Key.Line, one.Key.Partner, one.Value?.Amount ?? 0,
            booked.GetValueOrDefault(one.Key)?.Uncapped ?? 0, booked.GetValueOrDefault(one.Key)?.Amount ?? 0))]));
        foreach (var (one, line) in all.Zip(ruling.Lines))
        {
            lines.Add($"{month} limits {rule.Name} {line.Key} {Units(line.Amount)} held {Units(line.Held)}");
            Book(one.Key, rule, month, one.Value, one.Value?.Amount ?? 0, line.Amount, line.Held);
        }
    }

    private void Book(Key key, CommissionRule rule, Month month, Earning? earning, decimal uncapped, decimal amount, decimal held)
    {
        Enter(key.Customer, null, $"{rule.Name}|{month}|{key.Line}", rule.Name, key.Partner, key.Role, amount, held);
        if (earning is not null && rule.Over != Over.Across)
            Carry(key, earning.Measure, earning.Credited);
        var line = booked.TryGetValue(key, out var known) ? known : booked[key] = new Booked();
        line.Uncapped += uncapped;
        line.Amount += amount;
    }

    private void Carry(Key key, decimal measure, decimal credited)
    {
        var line = booked.TryGetValue(key, out var known) ? known : booked[key] = new Booked();
        line.Measure += measure;
        line.Credited += credited;
    }
}

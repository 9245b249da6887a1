using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Usage: month by month, as the ledger lives through it.</summary>
internal sealed partial class SlowRun
{
    // What the windows have booked so far; a window that begins anew begins with nothing.
    private readonly Dictionary<(CommissionRule Rule, Month Window, string Customer, string Partner, string Role, string Product), Line> windows = [];

    private void JudgeMonth(Month month)
    {
        var judged = new Dictionary<CommissionRule, List<(string Customer, string Role, Line Line)>>();
        var measured = new List<(CommissionRule Rule, string Customer, string Partner, string Role, Fraction Measure, Fraction Credited)>();
        foreach (var customer in world.Customers)
            JudgeCustomer(customer, month, judged, measured);
        foreach (var partner in measured.GroupBy(one => one.Partner))
            JudgeAcross(month, partner.Key, [.. partner], judged);
        foreach (var (rule, all) in judged)
            Close(rule, month, all);
    }

    private static Fraction Used(UsedMonth month) => Fraction.Sum(month.Usage.Select(row => (Fraction)row.Amount));

    private static Dictionary<Month, Fraction> History(Customer customer) =>
        customer.Months.ToDictionary(month => month.Key, month => Used(month.Value));

    private void JudgeCustomer(
        Customer customer, Month month, Dictionary<CommissionRule, List<(string Customer, string Role, Line Line)>> judged,
        List<(CommissionRule Rule, string Customer, string Partner, string Role, Fraction Measure, Fraction Credited)> measured)
    {
        var used = customer.Months[month];
        var subject = $"{month} {customer.Key}";
        var words = new Dictionary<string, string?> { ["customer.country"] = customer.Country, ["customer.status"] = used.Status };
        Situation See(Dictionary<string, string?> seen) => new()
        {
            Words = seen, Numbers = new Dictionary<string, Fraction?> { ["customer.employees"] = customer.Employees },
            Figures = new Figures(History(customer)), Month = month, Churn = program.Churn,
        };
        var decision = new SlowCredit(program, See(words), used.Roster, month.FirstDay, null).Decide();
        Credit(subject, decision, Used(used));
        lines.Add($"{subject} active {See(words).Active}");
        foreach (var rule in program.Commissions.Where(rule => rule.Every != Every.Deal && rule.Term.Holds(month.FirstDay)))
        {
            foreach (var portion in decision.Portions.Where(portion => Earns(rule, portion.Role)))
            {
                var situation = See(With(words, portion.Partner));
                if (!situation.Fits(rule.When) || !situation.Fits(rule.While))
                    continue;
                if (rule.Over == Over.Across)
                {
                    // What goes from the customer's month to the partner's is carried, and so has ten decimals.
                    var measure = (Used(used) * (rule.Credited ? portion.Part : 1)).Carried();
                    measured.Add((rule, customer.Key, portion.Partner, portion.Role, measure, (Used(used) * portion.Part).Carried()));
                    lines.Add($"{subject} measured {rule.Name} {portion.Partner} {portion.Role} {measure.Units(10, true)}");
                }
                else
                {
                    JudgeLines(rule, month, customer, portion, situation, judged);
                }
            }
        }
    }

    private void JudgeLines(
        CommissionRule rule, Month month, Customer customer, Portion portion, Situation situation,
        Dictionary<CommissionRule, List<(string Customer, string Role, Line Line)>> judged)
    {
        var used = customer.Months[month];
        var window = SlowRating.Window(rule, program.FiscalMonth, month);
        var amounts = rule.Over == Over.Product ? Products(rule, window, customer, portion, used) : new() { [""] = Used(used) };
        var cumulative = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        Fraction allMeasures = 0, allCredited = 0;
        foreach (var (product, whole) in amounts)
        {
            var line = LineOf(rule, window, customer.Key, portion.Partner, portion.Role, product);
            var measure = line.Measure + (rule.Credited ? whole * portion.Part : whole);
            var credited = line.Credited + (whole * portion.Part);
            (allMeasures, allCredited) = (allMeasures + measure, allCredited + credited);
            var share = rule.Credited ? 1 : measure.Sign == 0 ? portion.Part : credited / measure;
            cumulative[product] = Rounded(SlowRating.Of(rule, measure, situation) * share);
        }
        if (rule.Customer.Exists)
        {
            var share = rule.Credited ? 1 : allMeasures.Sign == 0 ? portion.Part : allCredited / allMeasures;
            // Credit notes may bring the share of a window beyond its bounds; nobody's part of a limit is less than none or more than all.
            LimitTogether(rule.Customer, share < 0 ? 0 : share > 1 ? 1 : share, cumulative);
        }
        foreach (var (product, total) in cumulative)
        {
            var line = LineOf(rule, window, customer.Key, portion.Partner, portion.Role, product);
            line.Uncapped = total - line.BookedUncapped;
            var measure = rule.Credited ? amounts[product] * portion.Part : amounts[product];
            lines.Add($"{month} {customer.Key} earned {rule.Name} {portion.Partner} {portion.Role} '{product}' {line.Uncapped}"
                + $" of {measure.Units(10, true)} since {window} after {line.BookedUncapped}"
                + (rule.Partner.Exists || rule.Program.Exists ? "" : $" held {Held(rule, line.Uncapped)}"));
            Add(judged, rule, (customer.Key, portion.Role, line));
            // Only what is carried is rounded to ten decimals.
            line.Measure += measure.Carried();
            line.Credited += (amounts[product] * portion.Part).Carried();
        }
    }

    // This month's products and those that the window has booked; what has no product stands for itself.
    private Dictionary<string, Fraction> Products(CommissionRule rule, Month window, Customer customer, Portion portion, UsedMonth used)
    {
        var amounts = used.Usage.Where(row => row.Product.Length > 0).GroupBy(row => row.Product)
            .ToDictionary(rows => rows.Key, rows => Fraction.Sum(rows.Select(row => (Fraction)row.Amount)), StringComparer.Ordinal);
        foreach (var key in windows.Keys.Where(key => key.Rule == rule && key.Window == window && key.Customer == customer.Key
            && key.Partner == portion.Partner && key.Role == portion.Role && key.Product.Length > 0))
            amounts.TryAdd(key.Product, 0);
        var rest = Used(used) - Fraction.Sum(amounts.Values);
        if (rest.Sign != 0 || amounts.Count == 0 || windows.ContainsKey((rule, window, customer.Key, portion.Partner, portion.Role, "")))
            amounts.Add("", rest);
        return amounts;
    }

    private void LimitTogether(Limit limit, Fraction share, Dictionary<string, BigInteger> cumulative)
    {
        decimal? InUnits(decimal? amount) => amount is { } bound ? (decimal)Rounded(bound * share) : null;
        var units = new Limit(InUnits(limit.Most), InUnits(limit.Least));
        SlowLimits.Limit(cumulative, [.. cumulative.Keys.Order(StringComparer.Ordinal)], units, 0);
    }

    private Line LineOf(CommissionRule rule, Month window, string customer, string partner, string role, string product)
    {
        var key = (rule, window, customer, partner, role, product);
        if (!windows.TryGetValue(key, out var line))
            windows.Add(key, line = new Line { Key = $"{partner}|{customer}|{role}|{product}", Partner = partner });
        return line;
    }

    private static void Add<T>(Dictionary<CommissionRule, List<T>> judged, CommissionRule rule, T line)
    {
        if (!judged.TryGetValue(rule, out var all))
            judged.Add(rule, all = []);
        all.Add(line);
    }

    // Limits per partner and program see the whole window: also what was booked in it and earns nothing this month.
    private void Close(CommissionRule rule, Month month, List<(string Customer, string Role, Line Line)> judged)
    {
        if (rule.Partner.Exists || rule.Program.Exists)
        {
            var window = SlowRating.Window(rule, program.FiscalMonth, month);
            var all = windows.Where(one => one.Key.Rule == rule && one.Key.Window == window)
                .Select(one => (one.Key.Customer, one.Key.Role, Line: one.Value)).ToList();
            SlowLimits.Apply(rule, program.Digits, [.. all.Select(one => one.Line)]);
            foreach (var (_, _, line) in all)
                lines.Add($"{month} limits {rule.Name} {line.Key} {line.Amount} held {Held(rule, line.Amount)}");
            judged = all;
        }
        else
        {
            foreach (var (_, _, line) in judged)
                line.Amount = line.Uncapped;
        }
        foreach (var (customer, role, line) in judged)
        {
            Enter(customer, null, rule, $"{rule.Name}|{month}|{line.Key}", line.Partner, role, line.Amount);
            line.BookedUncapped += line.Uncapped;
            line.BookedAmount += line.Amount;
            line.Uncapped = 0;
        }
    }
}

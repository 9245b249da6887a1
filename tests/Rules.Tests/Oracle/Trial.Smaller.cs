using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>What may be left out of a trial, to show a difference on as little as can be.</summary>
internal sealed partial record Trial
{
    private IEnumerable<Trial> Smaller()
    {
        foreach (var one in Without(Program.Commissions))
            yield return this with { Program = Program with { Commissions = one } };
        foreach (var one in Without(Program.Credits))
            yield return this with { Program = Program with { Credits = one } };
        foreach (var one in Without(Program.Clawbacks))
            yield return this with { Program = Program with { Clawbacks = one } };
        foreach (var one in Without(Program.Tiers))
            yield return this with { Program = Program with { Tiers = one } };
        if (Program.Churn is not null)
            yield return this with { Program = Program with { Churn = null } };
        foreach (var one in Without(World.Deals))
            yield return this with { World = World with { Deals = one } };
        foreach (var one in Without(World.Customers))
            yield return this with { World = World with { Customers = one } };
        if (World.Months > 1)
            yield return this with { World = World with { Months = World.Months - 1 } };
        if (Program.FiscalMonth != 1)
            yield return this with { Program = Program with { FiscalMonth = 1 } };
        foreach (var one in Each(Program.Commissions, Smaller))
            yield return this with { Program = Program with { Commissions = one } };
        foreach (var one in Each(World.Customers, Smaller))
            yield return this with { World = World with { Customers = one } };
        foreach (var one in Each(World.Deals, deal => Without(deal.Roster).Select(roster => deal with { Roster = roster })))
            yield return this with { World = World with { Deals = one } };
    }

    private static IEnumerable<CommissionRule> Smaller(CommissionRule rule)
    {
        foreach (var one in Without(rule.Accelerators))
            yield return rule with { Accelerators = one };
        foreach (var one in Without(rule.Steps).Where(steps => steps.Count > 0))
            yield return rule with { Steps = one };
        if (rule.When is not null)
            yield return rule with { When = null };
        if (rule.While is not null)
            yield return rule with { While = null };
        if (rule.Hold > 0)
            yield return rule with { Hold = 0 };
        if (rule.Result.Exists)
            yield return rule with { Result = Limit.None };
        if (rule.Customer.Exists)
            yield return rule with { Customer = Limit.None };
        if (rule.Partner.Exists)
            yield return rule with { Partner = Limit.None };
        if (rule.Program.Exists)
            yield return rule with { Program = Limit.None };
    }

    private static IEnumerable<Customer> Smaller(Customer customer)
    {
        foreach (var (month, used) in customer.Months)
        {
            var fewer = Without(used.Usage).Select(rows => used with { Usage = rows })
                .Concat(Without(used.Roster).Select(roster => used with { Roster = roster }));
            foreach (var less in fewer)
                yield return customer with { Months = new Dictionary<Month, UsedMonth>(customer.Months) { [month] = less } };
        }
    }

    // The list with one of its items made smaller.
    private static IEnumerable<IReadOnlyList<T>> Each<T>(IReadOnlyList<T> all, Func<T, IEnumerable<T>> smaller) => Enumerable.Range(0, all.Count)
        .SelectMany(at => smaller(all[at]).Select(one => (IReadOnlyList<T>)[.. all.Select((other, i) => i == at ? one : other)]));

    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> all) =>
        Enumerable.Range(0, all.Count).Select(left => (IReadOnlyList<T>)[.. all.Where((_, i) => i != left)]);
}

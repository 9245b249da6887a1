using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules;

/// <summary>What is measured: the amount, usage, and the figures made of it.</summary>
internal sealed partial class FactsOfCase
{
    /// <summary>The usage of the judged month, or the amount of the deal, so that a measure comes above a bound.</summary>
    public Fact Measure(Earning earning, decimal bound)
    {
        var whole = at.Deal?.Amount ?? (earning.Product.Length > 0 ? ProductUsage(earning.Product) : at.History[at.Month]);
        // A partner's share of it is measured: the whole has to be so much more.
        decimal[] cuts = earning.Measure > 0 && whole / earning.Measure is > 1 and < 1_000_000 and var part ? [bound, bound * part] : [bound];
        return at.IsDeal ? Amount(cuts, [1]) : earning.Product.Length > 0 ? Product(earning.Product, cuts) : Usage(cuts, [1]);
    }

    /// <summary>What a rule across customers measured; it is told of the customer with the largest usage measured.</summary>
    public IEnumerable<Fact> Measured(MoneyKey rule)
    {
        var across = at.Across!;
        var lines = across.Customers.SelectMany(customer => customer.Lines, (customer, line) => (Customer: customer, Line: line))
            .Where(one => one.Line.Rule == rule.Rule && one.Line.Role == rule.Role && one.Line.PartnerKey == rule.PartnerKey);
        foreach (var (customer, line) in lines.OrderByDescending(one => one.Line.Measure)
            .ThenBy(one => one.Customer.CustomerKey, StringComparer.Ordinal).Take(1))
        {
            // The partner's share of it stays what it is.
            var share = line.Measure == 0 ? 1 : line.Credited / line.Measure;
            yield return new NumberFact
            {
                Current = line.Measure,
                Unit = MinorUnit,
                Cuts = [],
                Ways = [1],
                At = value => at with { Across = Measuring(across, customer, line, new Measured(line.Rule, line.PartnerKey, line.Role, value, value * share)) },
                Change = value => NearMissFindings.Amount(
                    "measured", line.Measure, value, at.Program.Currency,
                    ("month", across.Month.ToString()), ("customer", customer.CustomerName ?? customer.CustomerKey)),
            };
        }
    }

    private static PartnerCase Measuring(PartnerCase partner, PartnerCustomer customer, Measured line, Measured other) => partner with
    {
        Customers = [.. partner.Customers.Select(one => !ReferenceEquals(one, customer) ? one : one with
        {
            Lines = [.. one.Lines.Select(measured => ReferenceEquals(measured, line) ? other : measured)],
        })],
    };

    /// <summary>That usage were known further back.</summary>
    public Fact History(UsageFigure figure, int months)
    {
        var history = at.History;
        var first = history.First ?? at.Month.AddMonths(1);
        var amount = history.First is { } known ? Math.Max(history[known], 1) : 1;
        return new OptionsFact(Enumerable.Range(1, 2 * months)
            .Where(back => first.MonthsSince(default) >= back)
            .Select(back => new Alternative(
                at.With(history.With(first.AddMonths(-back), amount)),
                NearMissFindings.Change(
                    history.First is null ? "change.history.none" : "change.history", "history",
                    history.First?.ToString() ?? "none", first.AddMonths(-back).ToString(), ("count", NumberText.Shortest(back))),
                back / 12m)));
    }

    // What makes up a figure is the usage; a rate of growth is told by itself as well, for it is what people speak of.
    private IEnumerable<Fact> Figures(WhatRulesRead read)
    {
        var figures = at.Figures;
        if (figures is null || read.Figures.Count == 0)
            yield break;
        if (read.Figures.Keys.Any(figure => figure.Figure != UsageFigure.Retention && !figures.States(figure.Figure, figure.Months)))
        {
            yield return Usage(read.Figures.Where(figure => figure.Key is { Figure: UsageFigure.Total, Months: 1 })
                .SelectMany(figure => figure.Value));
        }
        foreach (var (figure, months) in read.Figures.Keys)
        {
            if ((figure is UsageFigure.Growth or UsageFigure.Retention || figures.States(figure, months)) && figures.TryRead(figure, months, 0, out var value))
                yield return Figure(figure, months, value, read.Figures[(figure, months)]);
        }
    }

    private NumberFact Usage(IEnumerable<decimal> cuts, IReadOnlyList<int>? ways = null)
    {
        var (month, history) = (at.Month, at.History);
        var current = history[month];
        return new NumberFact
        {
            Current = current,
            Unit = MinorUnit,
            Cuts = cuts,
            Ways = ways ?? [1, -1],
            At = value => at.With(history.With(month, value)),
            Change = value => NearMissFindings.Amount("usage", current, value, at.Program.Currency, ("month", month.ToString())),
        };
    }

    private decimal ProductUsage(string product) => at.Usage!.Products.TryGetValue(product, out var known) ? known : 0;

    private NumberFact Product(string product, IEnumerable<decimal> cuts)
    {
        var usage = at.Usage!;
        var current = ProductUsage(product);
        var whole = usage.Usage[usage.Month];
        return new NumberFact
        {
            Current = current,
            Unit = MinorUnit,
            Cuts = cuts,
            Ways = [1],
            At = value => Math.Abs(whole + value - current) > DealCase.LargestAmount ? null : (at with
            {
                Usage = usage with
                {
                    Products = usage.Products.Where(one => one.Key != product).Concat([new(product, value)])
                        .ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal),
                },
            }).With(usage.Usage.With(usage.Month, whole + value - current)),
            Change = value => NearMissFindings.Amount(
                "product-usage", current, value, at.Program.Currency, ("month", usage.Month.ToString()), ("product", product)),
        };
    }

    private NumberFact Amount(IEnumerable<decimal> cuts, IReadOnlyList<int> ways)
    {
        var deal = at.Deal!;
        return new NumberFact
        {
            Current = deal.Amount,
            Unit = MinorUnit,
            Cuts = cuts,
            Ways = ways,
            At = value => at.With(deal with { Amount = value }),
            Change = value => NearMissFindings.Amount("amount", deal.Amount, value, at.Program.Currency),
        };
    }

    private NumberFact Figure(UsageFigure figure, int months, decimal current, IEnumerable<decimal> cuts)
    {
        var isMoney = figure is UsageFigure.Total or UsageFigure.Average;
        return new NumberFact
        {
            Current = current,
            IsDerived = figure == UsageFigure.Growth && !at.Figures!.States(figure, months),
            Unit = isMoney ? MinorUnit : HundredthOfAPercent,
            InWholeUnits = true,
            Cuts = cuts,
            At = value => at.With(figure, months, value),
            Change = value => NearMissFindings.Fact(
                OperandBinder.NameOf(figure, months), isMoney ? "money" : "percent", NumberText.Shortest(current), NumberText.Shortest(value)),
        };
    }
}

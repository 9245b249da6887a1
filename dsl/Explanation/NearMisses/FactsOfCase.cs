using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules;

/// <summary>The facts of a case that could be changed for a goal.</summary>
internal sealed class FactsOfCase(CaseAtHand at, Judged before)
{
    private const decimal HundredthOfAPercent = 0.0001m;

    // Changes without a size of their own come after all that are small.
    private const decimal NoSize = 1;

    private decimal MinorUnit => 1 / (decimal)Math.Pow(10, at.Program.Rounding.Digits);

    /// <summary>Everything that the conditions read.</summary>
    public IEnumerable<Fact> ReadBy(WhatRulesRead read, MoneyKey? who, IReadOnlyList<EffectivePeriod> periods)
    {
        foreach (var number in read.Numbers)
        {
            if (number.Key.Subject != "registration" && number.Key.Path != "partner.engaged")
                yield return Number(number.Key, who, number.Value);
        }
        foreach (var names in read.Names)
        {
            if (names.Key.Subject != "registration")
                yield return Names(names.Key, who, names.Value);
        }
        foreach (var fact in Figures(read))
            yield return fact;
        if (!at.IsDeal)
            yield break;
        var registration = new RegistrationChanges(at, Partners());
        if (read.Protection || read.Names.Keys.Concat(read.Numbers.Keys).Any(slot => slot.Subject == "registration"))
            yield return new OptionsFact(registration.Options());
        var days = periods.SelectMany(Ends).Concat(read.Protection ? registration.Ends() : []).ToArray();
        if (days.Length > 0)
            yield return Date(days);
    }

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

    /// <summary>That the deal is won.</summary>
    public Fact Won() => new OptionsFact([new Alternative(
        at.With(at.Deal! with { IsWon = true }), NearMissFindings.Change("change.won", "won", "no", "yes"), NoSize)]);

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

    // Who has most to do with the case comes first.
    private IEnumerable<string> Partners() => at.Participants.Select(one => one.PartnerKey)
        .Concat(at.Deal?.Registration is { } registration ? [registration.PartnerKey] : [])
        .Distinct()
        .OrderByDescending(key => before.Shares.Where(share => share.PartnerKey == key).Sum(share => share.Amount))
        .ThenBy(key => key, StringComparer.Ordinal);

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

    private Fact Number(FieldSlot slot, MoneyKey? who, HashSet<decimal> cuts)
    {
        if (slot.Path == "deal.amount")
            return Amount(cuts, [1, -1]);
        var type = slot.Definition.Type;
        var unit = type switch { FieldType.Money => MinorUnit, FieldType.Percent => HundredthOfAPercent, _ => 1 };
        var current = at.Read(slot, who);
        if (!current.IsKnown)
        {
            var values = cuts.DefaultIfEmpty(type == FieldType.Date ? Days(at.BusinessDate) : 1);
            return new OptionsFact(values.SelectMany(cut => new[] { cut, cut + unit, cut - unit }).Where(value => value >= 0)
                .Select(value => FieldAlternative(slot, who, current, Value(type, value))));
        }
        return new NumberFact
        {
            Current = current.Quantity,
            Unit = unit,
            Cuts = cuts,
            Ways = type == FieldType.Date ? [] : [1, -1],
            Scale = type == FieldType.Date ? 365 : null,
            At = value => type == FieldType.Date && value is < 0 or > 3_652_000 ? null : at.With(slot, who, Value(type, value)),
            Change = value => FieldChange(slot, who, current, Value(type, value)),
        };
    }

    private OptionsFact Names(FieldSlot slot, MoneyKey? who, HashSet<string> expected)
    {
        var current = at.Read(slot, who);
        var definition = slot.Definition;
        var others = definition.Type switch
        {
            FieldType.YesNo => [FieldValue.OfYesNo(true), FieldValue.OfYesNo(false)],
            FieldType.Partner => Partners().Select(FieldValue.OfPartner),
            FieldType.Choice => expected.OrderBy(name => name, StringComparer.Ordinal).Concat(definition.Choices).Select(FieldValue.OfChoice),
            _ => expected.OrderBy(name => name, StringComparer.Ordinal).Select(FieldValue.OfText),
        };
        if (definition.MayBeMissing)
            others = [.. others, FieldValue.Missing];
        return new OptionsFact(others.Where(other => other.AsName != current.AsName || other.IsKnown != current.IsKnown).Distinct()
            .Select(other => FieldAlternative(slot, who, current, other)));
    }

    private NumberFact Date(IEnumerable<DateTime> days)
    {
        var deal = at.Deal!;
        return new NumberFact
        {
            Current = Days(deal.BusinessDate),
            Unit = 1,
            Cuts = days.Select(Days),
            Ways = [],
            Scale = 365,
            At = value => value is < 0 or > 3_652_000 ? null : at.With(Closed(deal, DayOf(value))),
            Change = value => NearMissFindings.Change("change.date", "date", Text(deal.BusinessDate), Text(DayOf(value))),
        };
    }

    // A deal that is judged as of the day on which it was won is won on another day.
    private static DealCase Closed(DealCase deal, DateTime day) =>
        deal.Fields.TryGetValue("deal.won", out var won) && won == FieldValue.OfDate(deal.BusinessDate)
            ? deal with { BusinessDate = day, Fields = deal.Fields.ToDictionary(
                field => field.Key, field => field.Key == "deal.won" ? FieldValue.OfDate(day) : field.Value) }
            : deal with { BusinessDate = day };

    private Alternative FieldAlternative(FieldSlot slot, MoneyKey? who, FieldValue from, FieldValue to) =>
        new(at.With(slot, who, to), FieldChange(slot, who, from, to), NoSize);

    private Finding FieldChange(FieldSlot slot, MoneyKey? who, FieldValue from, FieldValue to)
    {
        var type = slot.Definition.Type switch
        {
            FieldType.Money => "money",
            FieldType.Percent => "percent",
            FieldType.Number => "number",
            FieldType.Date => "date",
            _ => "name",
        };
        return slot.Subject == "partner" && who is { } one
            ? NearMissFindings.Fact(slot.Path, type, from.ToString(), to.ToString(), at.NameOf(one.PartnerKey))
            : NearMissFindings.Fact(slot.Path, type, from.ToString(), to.ToString());
    }

    private static FieldValue Value(FieldType type, decimal value) =>
        type == FieldType.Date ? FieldValue.OfDate(DayOf(value)) : FieldValue.OfNumber(value);

    private static IEnumerable<DateTime> Ends(EffectivePeriod period)
    {
        if (period.From is { } from)
            yield return from;
        if (period.Until is { } until)
            yield return until;
    }

    private static decimal Days(DateTime day) => day.Date.Ticks / TimeSpan.TicksPerDay;

    private static DateTime DayOf(decimal days) => new((long)days * TimeSpan.TicksPerDay);

    private static string Text(DateTime day) => FieldValue.OfDate(day).ToString();
}

using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking.Examples;

/// <summary>Keeps what an example's months earn: carries windows from month to month, and applies the limits over all entries.</summary>
internal sealed class ExampleLedger(BoundProgram program)
{
    public List<EarnedLine> Lines { get; } = [];

    /// <summary>Enters what was booked before the judged month as if it had been judged.</summary>
    public void Seed(string customer, BookedLine line, Month judged)
    {
        var rule = program.Commissions.First(known => known.Name == line.Rule);
        Lines.Add(new EarnedLine(
            judged.AddMonths(-1), customer, line.Rule, line.PartnerKey, line.Role, line.Product,
            program.FiscalYear.WindowOf(judged, rule.WindowMonths))
        {
            Measure = line.Measure,
            Credited = line.Credited,
            Uncapped = line.Uncapped,
            Amount = line.Amount,
        });
    }

    /// <summary>What the windows that hold a month have booked of a customer before it.</summary>
    public IReadOnlyList<BookedLine> Booked(string customer, Month month) =>
    [
        .. Lines.Where(line => line.Customer == customer && line.Month < month && IsInWindowOf(line, month)).GroupBy(line => line.Key)
            .Select(group => new BookedLine
            {
                Rule = group.First().Rule,
                PartnerKey = group.First().Partner,
                Role = group.First().Role,
                Product = group.First().Product,
                Measure = group.Sum(line => line.Measure),
                Credited = group.Sum(line => line.Credited),
                Uncapped = group.Sum(line => line.Uncapped),
                Amount = group.Sum(line => line.Amount),
            }),
    ];

    /// <summary>Enters what a month earned, after the limits on all of it. The rulings of those limits that changed anything.</summary>
    public IReadOnlyList<CapRuling> Enter(Month month, IReadOnlyList<EarnedLine> earned)
    {
        Lines.AddRange(earned);
        var rulings = new List<CapRuling>();
        foreach (var rule in earned.Select(line => line.Rule).Distinct().OrderBy(name => name, StringComparer.Ordinal))
        {
            if (program.Commissions.Any(known => known.Name == rule && !(known.PerPartner.IsNone && known.PerProgram.IsNone))
                && Limit(rule, month) is { } ruling)
                rulings.Add(ruling);
        }
        return rulings;
    }

    private CapRuling? Limit(string rule, Month month)
    {
        var window = Lines.Where(line => line.Rule == rule && (line.Month == month || (line.Month < month && IsInWindowOf(line, month))))
            .GroupBy(line => line.Key).ToDictionary(group => group.Key, group => group.ToList());
        var ruling = WindowLimits.Apply(program, rule, month, [.. window.Select(lines => Cap(lines.Key, lines.Value, month))]);
        if (ruling.Lines.All(line => line.Amount == line.Uncapped))
            return null;
        foreach (var limited in ruling.Lines)
        {
            var lines = window[limited.Key];
            if (lines.Find(line => line.Month == month) is { } own)
                own.Amount = limited.Amount;
            else if (limited.Amount != 0)
                Lines.Add(lines[0] with { Month = month, Measure = 0, Credited = 0, Uncapped = 0, Amount = limited.Amount });
        }
        return ruling;
    }

    private static CapLine Cap(string key, List<EarnedLine> lines, Month month)
    {
        var before = lines.FindAll(line => line.Month < month);
        return new CapLine(
            key, lines[0].Partner, lines.Where(line => line.Month == month).Sum(line => line.Uncapped),
            before.Sum(line => line.Uncapped), before.Sum(line => line.Amount));
    }

    private bool IsInWindowOf(EarnedLine line, Month month) =>
        line.Window is { } window
        && program.Commissions.FirstOrDefault(rule => rule.Name == line.Rule) is { WindowMonths: > 1 } rule
        && window == program.FiscalYear.WindowOf(month, rule.WindowMonths);
}

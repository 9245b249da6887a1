using System;
using System.Diagnostics;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Publishing;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Impact;

/// <summary>
/// Judges the deals and customers' months of a period by a text of rules as if it had been in force, and by the rules that were. The
/// data are read with the rights of whoever asks, in a number of queries that does not depend on how many deals there are; when
/// cases or time run out, what is left is said to be missing.
/// </summary>
/// <param name="caller">The service with the rights of whoever asks.</param>
/// <param name="system">The service with the system's rights, for the published rules.</param>
/// <param name="period">The months.</param>
/// <param name="mostCases">How many deals and months are judged at most.</param>
internal sealed class ImpactPreview(IOrganizationService caller, IOrganizationService system, ImpactPeriod period, int mostCases)
{
    private const int MostMovers = 10;

    // The platform stops a plug-in after two minutes.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(75);

    private readonly Stopwatch _time = Stopwatch.StartNew();

    /// <param name="version">The rule version, whatever its state.</param>
    /// <exception cref="Refusal">Its text can't be tried.</exception>
    public ComparedImpact Of(Guid version)
    {
        var row = caller.Retrieve(RuleVersion.Table, version, new ColumnSet(RuleVersion.Name, RuleVersion.Text, RuleVersion.Program));
        var after = Checked(row);
        var published = PublishedRules.Load(system);
        var program = ProgramFacts.All(system, query => query.Where(Program.Id, row.Lookup(RuleVersion.Program)!.Value)).Single();
        if (!string.Equals(after.Currency, program.IsoCode, StringComparison.Ordinal))
            throw PublishingText.OtherCurrency(after.Currency, program.IsoCode);

        RuleProgram? Before(Month month) => published.For(program.Id, month)?.Rules;
        var compared = new Preview(Before, _ => after, period.From, carriesItself: true, MostMovers);
        var rules = new RulesInForce(program, row.ToEntityReference(), after);
        var isTruncated = AddDeals(compared, rules) | AddUsage(compared, rules, Before);
        compared.Close();
        return new ComparedImpact(program, period, after, compared, isTruncated);
    }

    private static RuleProgram Checked(Entity version)
    {
        var result = RuleProgram.Check(version.Text(RuleVersion.Text), Vocabulary.Standard);
        if (result.Program is not { } rules)
            throw ImpactText.HasErrors(version.Text(RuleVersion.Name), result.Diagnostics);
        if ((rules.Features & PublishChecks.NotCarriedOut) is var missing and not ProgramFeatures.None)
            throw PublishingText.NotCarriedOut(version.Text(RuleVersion.Name), missing);
        return rules.Roles.FirstOrDefault(role => !Roles.Names.Contains(role, StringComparer.Ordinal)) is { } unknown
            ? throw PublishingText.UnknownRole(unknown, Roles.Names)
            : rules;
    }

    private bool AddDeals(Preview compared, RulesInForce rules)
    {
        var (deals, isTruncated) = new PeriodDeals(caller, period).Load();
        foreach (var deal in deals)
        {
            if (IsOver(compared))
                return true;

            var stored = new StoredDeal(deal.ToCase(rules, deal.BusinessDate(default)));
            compared.Add(stored);
        }

        return isTruncated;
    }

    private bool AddUsage(Preview compared, RulesInForce rules, Func<Month, RuleProgram?> before)
    {
        var start = WindowStart(rules.Rules, before);
        var lookback = Math.Max(rules.Rules.LookbackMonths, Months(start).Max(month => before(month)?.LookbackMonths ?? 0));
        var (customers, isTruncated) = new PeriodUsage(caller, rules, start, period.Until, lookback).Load();
        foreach (var customer in customers)
        {
            if (IsOver(compared))
                return true;

            var (booked, bookedAfter) = (new BookedSoFar(), new BookedSoFar());
            foreach (var month in customer.Months)
            {
                var told = customer.Case(rules, month);
                var (old, now) = compared.Add(
                    new StoredUsage(told with { Booked = booked.Of(before(month), month) }),
                    new StoredUsage(told with { Booked = bookedAfter.Of(rules.Rules, month) }));
                booked.Add(month, old);
                bookedAfter.Add(month, now);
            }
        }

        return isTruncated;
    }

    // A quarter or year that the period begins in the middle of is judged from its beginning.
    private Month WindowStart(RuleProgram after, Func<Month, RuleProgram?> before) =>
        new[] { after.WindowStart(period.From), before(period.From)?.WindowStart(period.From) ?? period.From }.Min();

    private Month[] Months(Month start) => Enumerable.Range(0, period.Until.MonthsSince(start) + 1).Select(start.AddMonths).ToArray();

    private bool IsOver(Preview compared) => compared.Cases >= mostCases || _time.Elapsed > Longest;
}

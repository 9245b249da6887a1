using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules;

/// <summary>A checked program. Immutable, and safe for any number of threads.</summary>
public sealed class RuleProgram
{
    private readonly BoundProgram program;

    internal RuleProgram(BoundProgram program)
    {
        this.program = program;
        LookbackMonths = Lookback.Of(program);
        TierLookbackMonths = Lookback.OfTiers(program);
        Steps = StepCount.Of(program);
        Features = FeaturesOf.Program(program);
    }

    internal BoundProgram Bound => program;

    /// <summary>The program's name.</summary>
    public string Name => program.Name;

    /// <summary>The ISO 4217 code of the currency that everything is computed in.</summary>
    public string Currency => program.Currency;

    /// <summary>Decimals of the currency's minor unit, to which entries are rounded.</summary>
    public int MinorDigits => program.Rounding.Digits;

    /// <summary>The roles that partners may have, in the order of the text.</summary>
    public IReadOnlyList<string> Roles => program.Roles;

    /// <summary>SHA-256 of the text in UTF-8 with line ends as LF, in lower-case hexadecimal.</summary>
    public string Hash => program.Hash;

    /// <summary>Every field that the program reads or adds, by name: with its type and the column that it is read from.</summary>
    public IReadOnlyList<FieldDefinition> Fields => program.Fields;

    /// <summary>How many months before the judged one any tier reads, of usage and of who was active.</summary>
    public int TierLookbackMonths { get; }

    /// <summary>How many months before the judged one any rule on usage reads.</summary>
    public int LookbackMonths { get; }

    /// <summary>How many days after its date a churn may lie for any clawback to take something back; null where one has no such end,
    /// and where there is no clawback.</summary>
    public int? ClawbackDays => program.Clawbacks.All(rule => rule.WithinDays is not null)
        ? program.Clawbacks.Max(rule => rule.WithinDays)
        : null;

    /// <summary>How registered deals are protected; null when the program has no registration rule.</summary>
    public RegistrationTerms? Registration => program.Registration;

    /// <summary>What the program needs of those who carry it out.</summary>
    public ProgramFeatures Features { get; }

    /// <summary>Whether any commission has a cap or floor per partner, see <see cref="ApplyLimits"/>.</summary>
    public bool HasPartnerCaps => (Features & ProgramFeatures.PartnerLimits) != 0;

    /// <summary>Whether any commission has a cap or floor per program, see <see cref="ApplyLimits"/>.</summary>
    public bool HasProgramLimits => (Features & ProgramFeatures.ProgramLimits) != 0;

    /// <summary>The number of the month with which the fiscal year begins, 1 to 12; quarters and years follow it.</summary>
    public int FiscalYearBegins => program.FiscalYear.FirstMonth;

    /// <summary>
    /// The steps that judging one case takes at most, with one partner in each role; a program that may take more than
    /// 5,000,000 is refused. A field, an amount and a comparison are one step each, a figure over N months N (growth 2 N); a
    /// condition <c>for N months running</c> counts N times; a commission counts its conditions, its table's steps and eight more
    /// for each role that it pays.
    /// </summary>
    public long Steps { get; }

    /// <summary>Reads and checks a program text. Any text gives a result; none throws.</summary>
    public static CheckResult Check(string text, Vocabulary vocabulary)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));
        if (vocabulary is null)
            throw new ArgumentNullException(nameof(vocabulary));
        return ProgramChecker.Check(text, vocabulary);
    }

    /// <summary>Something that judges many cases without allocating for each; for one thread at a time.</summary>
    public Evaluator NewEvaluator() => new(program);

    /// <summary>Decides who is credited with a deal and what that earns.</summary>
    public DealRuling Judge(DealCase deal) => Judgement.Of(program, deal ?? throw new ArgumentNullException(nameof(deal)));

    /// <summary>Decides who is credited with a customer's usage of a month and what that earns.</summary>
    public UsageRuling Judge(UsageCase usage)
    {
        if (usage is null)
            throw new ArgumentNullException(nameof(usage));
        return Judgement.Of(program, usage, new UsageFigures(usage.Usage, usage.Month));
    }

    /// <summary>Decides what commissions across customers earn a partner in one month.</summary>
    public PartnerRuling Judge(PartnerCase partner) =>
        PartnerJudgement.Of(program, partner ?? throw new ArgumentNullException(nameof(partner)));

    /// <summary>Decides what is taken back because a customer has churned.</summary>
    public ClawbackRuling Judge(ClawbackCase churned) =>
        ClawbackJudgement.Of(program, churned ?? throw new ArgumentNullException(nameof(churned)));

    /// <summary>Decides which tier a partner has earned.</summary>
    public TierRuling Judge(TierCase partner) => TierJudgement.Of(program, partner ?? throw new ArgumentNullException(nameof(partner)));

    /// <summary>
    /// The first month of the longest window of any commission that holds the month: from there on <see cref="UsageCase.Booked"/>
    /// is told, and what was judged after a month that changes is judged again. The month itself where all are monthly.
    /// </summary>
    public Month WindowStart(Month month) => program.FiscalYear.WindowOf(month, LongestWindow);

    /// <summary>The first month of the rule's window that holds the month; the month itself for a rule that is not there.</summary>
    /// <param name="rule">The commission rule.</param>
    /// <param name="month">The month.</param>
    public Month WindowStart(string rule, Month month) => program.FiscalYear.WindowOf(
        month, program.Commissions.FirstOrDefault(one => one.Name == rule)?.WindowMonths ?? 1);

    /// <summary>The last month of the longest window of any commission that holds the month.</summary>
    public Month WindowEnd(Month month) => WindowStart(month).AddMonths(LongestWindow - 1);

    /// <summary>
    /// Applies the limits per partner and then those per program of one commission to all of the entries of one window. What is
    /// above a cap is taken from the entries with a positive total in proportion, by largest remainder, ties by entry key; a floor
    /// is added to them in the same way. A rule without such a limit leaves the entries as they are.
    /// </summary>
    /// <param name="rule">The commission rule.</param>
    /// <param name="month">The judged month.</param>
    /// <param name="lines">All of the window's entries of the partner; for a limit per program those of all partners. Entries
    /// that only earlier months of the window have stand among them with the amount zero.</param>
    public CapRuling ApplyLimits(string rule, Month month, IReadOnlyList<CapLine> lines) =>
        WindowLimits.Apply(program, rule, month, lines ?? throw new ArgumentNullException(nameof(lines)));

    private int LongestWindow => program.Commissions.Select(rule => rule.WindowMonths).DefaultIfEmpty(1).Max();
}

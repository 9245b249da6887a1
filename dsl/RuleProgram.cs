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
        HasPartnerCaps = program.Commissions.Any(rule => rule.AtMostPerPartner is not null || rule.AtLeastPerPartner is not null);
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

    /// <summary>How many months before the judged one any rule on usage reads.</summary>
    public int LookbackMonths { get; }

    /// <summary>How registered deals are protected; null when the program has no registration rule.</summary>
    public RegistrationTerms? Registration => program.Registration;

    /// <summary>Whether any commission has a cap or floor per partner, see <see cref="ApplyPartnerCap"/>.</summary>
    public bool HasPartnerCaps { get; }

    /// <summary>Reads and checks a program text. Any text gives a result; none throws.</summary>
    public static CheckResult Check(string text, Vocabulary vocabulary)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));
        if (vocabulary is null)
            throw new ArgumentNullException(nameof(vocabulary));
        return ProgramChecker.Check(text, vocabulary);
    }

    /// <summary>Decides who is credited with a deal and what that earns.</summary>
    public DealRuling Judge(DealCase deal) => Judgement.Of(program, deal ?? throw new ArgumentNullException(nameof(deal)));

    /// <summary>Decides who is credited with a customer's usage of a month and what that earns.</summary>
    public UsageRuling Judge(UsageCase usage)
    {
        if (usage is null)
            throw new ArgumentNullException(nameof(usage));
        return Judgement.Of(program, usage, new UsageFigures(usage.Usage, usage.Month));
    }

    /// <summary>
    /// Applies the cap (or floor) per partner of one commission to all of the entries that it gave in one month. What is above
    /// the cap is taken from the positive entries in proportion, by largest remainder, ties by entry key. A rule without such a
    /// limit leaves the entries as they are.
    /// </summary>
    public CapRuling ApplyPartnerCap(string rule, Month month, IReadOnlyList<CapLine> lines) =>
        PartnerCapping.Apply(program, rule, month, lines ?? throw new ArgumentNullException(nameof(lines)));
}

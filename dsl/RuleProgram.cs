using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>A checked program. Immutable, and safe for any number of threads.</summary>
public sealed class RuleProgram
{
    private RuleProgram() => throw new NotSupportedException();

    /// <summary>The program's name.</summary>
    public string Name { get; } = "";

    /// <summary>The ISO 4217 code of the currency that everything is computed in.</summary>
    public string Currency { get; } = "";

    /// <summary>Decimals of the currency's minor unit, to which entries are rounded.</summary>
    public int MinorDigits { get; }

    /// <summary>The roles that partners may have, in the order of the text.</summary>
    public IReadOnlyList<string> Roles { get; } = Array.Empty<string>();

    /// <summary>SHA-256 of the text in UTF-8 with line ends as LF, in lower-case hexadecimal.</summary>
    public string Hash { get; } = "";

    /// <summary>How many months before the judged one any rule on usage reads.</summary>
    public int LookbackMonths { get; }

    /// <summary>How registered deals are protected; null when the program has no registration rule.</summary>
    public RegistrationTerms? Registration { get; }

    /// <summary>Whether any commission has a cap or floor per partner, see <see cref="ApplyPartnerCap"/>.</summary>
    public bool HasPartnerCaps { get; }

    /// <summary>Reads and checks a program text. Any text gives a result; none throws.</summary>
    public static CheckResult Check(string text, Vocabulary vocabulary) => throw new NotSupportedException();

    /// <summary>Decides who is credited with a deal and what that earns.</summary>
    public DealRuling Judge(DealCase deal) => throw new NotSupportedException();

    /// <summary>Decides who is credited with a customer's usage of a month and what that earns.</summary>
    public UsageRuling Judge(UsageCase usage) => throw new NotSupportedException();

    /// <summary>
    /// Applies the cap (or floor) per partner of one commission to all of the entries that it gave in one month. What is above
    /// the cap is taken from the positive entries in proportion, by largest remainder, ties by entry key.
    /// </summary>
    public CapRuling ApplyPartnerCap(string rule, Month month, IReadOnlyList<CapLine> lines) => throw new NotSupportedException();
}

using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>The entries of a partner's month before the limits of their rules, as they were read.</summary>
public sealed class StoredLimits : StoredCase
{
        private readonly IReadOnlyList<(string Rule, IReadOnlyList<CapLine> Lines)> rules;

    internal StoredLimits(Members members, string partner)
    {
        Month = members.Month("month");
        rules = members.List("rules", rule => (rule.Name("rule"), rule.List(
            "lines", line => new CapLine(
                line.Text("key"), line.TextOrNone("partner") ?? partner, line.Number("amount"),
                line.Number("bookedUncapped", 0), line.Number("bookedAmount", 0)))));
    }

    /// <inheritdoc/>
    public override string Key => "";

    /// <inheritdoc/>
    public override string Name => $"limits of {Month}";

    /// <inheritdoc/>
    public override Month Month { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Ruling> Judge(RuleProgram program) =>
        [.. rules.Select(rule => program.ApplyLimits(rule.Rule, Month, rule.Lines))];

    /// <inheritdoc/>
    public override string Inputs(RuleProgram program) => CaseText.Of(Caps(Judge(program)), Month);

    /// <inheritdoc/>
    public override string Result(IReadOnlyList<Ruling> rulings) => ResultText.Of(Caps(rulings));

    /// <inheritdoc/>
    public override Finding Derivation(IReadOnlyList<Ruling> rulings) => ResultText.Derivation(Caps(rulings), Month);

    private static List<CapRuling> Caps(IReadOnlyList<Ruling> rulings) => [.. rulings.Cast<CapRuling>()];
}

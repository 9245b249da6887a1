using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>
/// The meanings of the language, spelt out with exact fractions and no thought of speed. It shares nothing with the engine,
/// so that the same mistake is not made twice.
/// </summary>
internal sealed class SlowRules(OracleProgram program, OracleCase given, bool deal)
{
    private readonly Fraction whole = deal ? new Fraction(given.Amount, 100) : new Fraction(given.Amount, 1_000_000);

    /// <summary>Everything that matters of a ruling, in lines.</summary>
    public string Judge()
    {
        var parts = Parts();
        if (parts is null)
            return "Refused";
        var cents = DivideCents(whole.RoundToCents(program.HalfEven), [.. parts.Select(part => part.Part), House(parts)]);
        var lines = parts.Select((part, i) => $"{part.Key} {part.Role} {cents[i]}").Append($"house {cents[^1]}").ToList();
        foreach (var rule in program.Commissions.OrderBy(rule => rule.Name, StringComparer.Ordinal))
        {
            for (var i = 0; i < parts.Count; i++)
            {
                if (!rule.Roles.Contains(parts[i].Role))
                    continue;
                var earned = Earn(rule, parts[i].Part, cents[i]);
                var held = rule.HoldRate == 0
                    ? 0
                    : DivideCents(earned, [new Fraction(10_000 - rule.HoldRate, 10_000), new Fraction(rule.HoldRate, 10_000)])[1];
                lines.Add($"{rule.Name} {parts[i].Key} {parts[i].Role} {earned} {held}");
            }
        }
        return string.Join("\n", lines);
    }

    private static Fraction House(IEnumerable<(string Key, string Role, Fraction Part)> parts) =>
        parts.Aggregate((Fraction)1, (rest, part) => rest - part.Part);

    private List<(string Key, string Role, Fraction Part)>? Parts()
    {
        if (deal && program.Exception is { } exception && given.Amount >= exception.FromCents
            && (exception.Shares is not null || given.Sourcing is not null))
            return exception.Shares is { } shares ? Shared(shares) : [(given.Sourcing!, "Reseller", 1)];
        return Shared(program.Base);
    }

    private List<(string Key, string Role, Fraction Part)>? Shared(OracleCredit credit)
    {
        var present = credit.Shares.Where(share => given.Partners.Any(partner => partner.Role == share.Role)).ToList();
        var vacant = credit.Shares.Except(present).Sum(share => share.Rate);
        if (vacant > 0 && credit.Vacant == Vacant.Refused)
            return null;
        var parts = new List<(string, string, Fraction)>();
        foreach (var (role, rate) in present)
        {
            var own = new Fraction(rate, 10_000);
            if (credit.Vacant == Vacant.Others)
                own += new Fraction(vacant, 10_000) * new Fraction(rate, present.Sum(share => share.Rate));
            else if (credit.Vacant == Vacant.Heir && role == credit.Shares[0].Role)
                own += new Fraction(vacant, 10_000);
            var partners = given.Partners.Where(partner => partner.Role == role).ToList();
            if (partners.Count > 1 && credit.Sharing == Sharing.Refused)
                return null;
            foreach (var partner in partners)
                parts.Add((partner.Key, role, own * PartOfRole(credit.Sharing, partner, partners)));
        }
        return [.. parts.Where(part => part.Item3.Top.Sign > 0)
            .OrderBy(part => part.Item1, StringComparer.Ordinal).ThenBy(part => part.Item2, StringComparer.Ordinal)];
    }

    private static Fraction PartOfRole(Sharing sharing, OraclePartner partner, List<OraclePartner> partners)
    {
        if (partners.Count == 1)
            return 1;
        if (sharing == Sharing.First)
            return partner == partners.OrderBy(one => one.Engaged).ThenBy(one => one.Key, StringComparer.Ordinal).First() ? 1 : 0;
        if (sharing == Sharing.ByWeight && partners.Sum(one => one.Weight) > 0)
            return new Fraction(partner.Weight, partners.Sum(one => one.Weight));
        return new Fraction(1, partners.Count);
    }

    private BigInteger Earn(OracleCommission rule, Fraction part, BigInteger creditedCents)
    {
        var credited = deal ? new Fraction(creditedCents, 100) : whole * part;
        var earned = Rate(rule, rule.Credited ? credited : whole);
        foreach (var (factor, above) in rule.Accelerators)
        {
            if (whole > new Fraction(above, 100))
                earned *= new Fraction(factor, 100);
        }
        if (rule.MostCents is { } most && earned > new Fraction(most, 100))
            earned = new Fraction(most, 100);
        if (rule.LeastCents is { } least && earned < new Fraction(least, 100))
            earned = new Fraction(least, 100);
        return (rule.Credited ? earned : earned * part).RoundToCents(program.HalfEven);
    }

    private static Fraction Rate(OracleCommission rule, Fraction measure)
    {
        if (rule.Kind == 'r')
            return measure * new Fraction(rule.Rate, 10_000);
        if (rule.Kind == 'a')
            return measure.Top.Sign > 0 ? new Fraction(rule.Rate, 100) : 0;
        Fraction earned = 0;
        for (var i = 0; i < rule.Steps.Count; i++)
        {
            var above = new Fraction(rule.Steps[i].AboveCents, 100);
            if (measure <= above)
                break;
            var rate = new Fraction(rule.Steps[i].Rate, 10_000);
            var plus = new Fraction(rule.Steps[i].PlusCents, 100);
            var top = i + 1 < rule.Steps.Count && measure > new Fraction(rule.Steps[i + 1].AboveCents, 100)
                ? new Fraction(rule.Steps[i + 1].AboveCents, 100)
                : measure;
            earned = rule.Kind == 'g' ? earned + ((top - above) * rate) + plus : (measure * rate) + plus;
        }
        return earned;
    }

    // One cent after the other to whoever lacks most; the first in the list where two lack the same.
    private static BigInteger[] DivideCents(BigInteger total, Fraction[] weights)
    {
        if (total.Sign < 0)
            return [.. DivideCents(-total, weights).Select(part => -part)];
        var sum = weights.Aggregate((Fraction)0, (all, weight) => all + weight);
        Fraction[] exact = [.. weights.Select(weight => new Fraction(total, 1) * weight / sum)];
        BigInteger[] parts = [.. exact.Select(part => BigInteger.Divide(part.Top, part.Bottom))];
        while (parts.Aggregate(BigInteger.Zero, (all, part) => all + part) < total)
        {
            var most = 0;
            for (var i = 1; i < parts.Length; i++)
            {
                if (exact[i] - new Fraction(parts[i], 1) > exact[most] - new Fraction(parts[most], 1))
                    most = i;
            }
            parts[most]++;
        }
        return parts;
    }
}

using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace CrmAddon.Rules.Tests.Explaining;

/// <summary>Programs and cases of few facts: any of the language's choices, and amounts that like ties and bounds.</summary>
internal static class PlainGenerators
{
    private static readonly string[] Roles = ["ISV", "Reseller", "SI", "MSP", "Referral"];

    private static readonly Gen<string[]> SomeRoles =
        Gen.Shuffle(Roles).SelectMany(roles => Gen.Int[1, 4].Select(count => roles.Take(count).ToArray()));

    private static readonly Gen<PlainCredit> Credits = Gen.Select(
        SomeRoles, Gen.Int[1, 3333].Array[4], Gen.Bool, Gen.Int[0, 3], Gen.Int[0, 3],
        (roles, cuts, keeps, vacant, sharing) =>
        {
            var rates = roles.Select((_, i) => cuts[i] % (9_000 / roles.Length)).Select(rate => rate + 1).ToArray();
            if (!keeps)
                rates[0] += 10_000 - rates.Sum();
            return new PlainCredit([.. roles.Select((role, i) => (role, rates[i]))], (Vacant)vacant, (Sharing)sharing);
        });

    private static readonly Gen<PlainException?> Exceptions = Gen.Select(
        Gen.Int[0, 2], Gen.Int[1, 200_000], Credits,
        (kind, from, credit) => kind == 0 ? null : new PlainException(from, kind == 1 ? credit : null));

    private static readonly Gen<IReadOnlyList<PlainStep>> Steps = Gen.Select(
        Gen.Int[0, 3], Gen.Int[1, 40_000].Array[4], Gen.Int[0, 10_000].Array[4], Gen.Int[0, 300].Array[4],
        (more, widths, rates, plus) => (IReadOnlyList<PlainStep>)[.. Enumerable.Range(0, more + 1).Select(i => new PlainStep(
            i == 0 ? widths[0] % 2 * widths[0] : (widths[0] % 2 * widths[0]) + widths.Skip(1).Take(i).Sum(), rates[i],
                plus[i] < 200 ? 0 : plus[i]))]);

    private static readonly Gen<(int, int)[]> Accelerators =
        Gen.Select(Gen.Int[1, 400], Gen.Int[0, 100_000], (factor, above) => (factor, above)).Array[0, 3];

    private static readonly Gen<PlainCommission> CommissionTerms = Gen.Select(
        SomeRoles, Gen.Bool, Gen.Int[0, 3], Gen.Int[1, 10_000], Steps, Accelerators, Gen.Int[0, 100_000], Gen.Int[0, 20_000],
        (roles, credited, kind, rate, steps, accelerators, most, least) => new PlainCommission(
            "", roles, credited, "ragv"[kind], rate, steps, accelerators, most < 50_000 ? null : most, least < 15_000 ? null : least,
            rate % 3 == 0 ? (rate % 9_999) + 1 : 0));

    public static Gen<PlainProgram> Programs { get; } = Gen.Select(
        Gen.Bool, Credits, Exceptions, CommissionTerms.Array[0, 3],
        (even, credit, exception, commissions) => new PlainProgram(
            even, credit, exception, [.. commissions.Select((rule, i) => rule with { Name = "C" + i })]));

    private static readonly Gen<PlainPartner> Partners = Gen.Select(
        Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 30], Gen.Int[0, 3],
        (key, role, weight, engaged) => new PlainPartner("p" + key, Roles[role], weight, engaged));

    public static Gen<PlainCase> Deals { get; } = Cases(Gen.OneOf(Gen.Long[-300_000, 300_000],
        Gen.Long[0, 300].Select(amount => amount * 1000)));

    public static Gen<PlainCase> Usages { get; } =
        Cases(Gen.OneOf(Gen.Long[-1_000_000_000, 5_000_000_000], Gen.Long[0, 300_000].Select(amount => amount * 10_000)));

    private static Gen<PlainCase> Cases(Gen<long> amounts) => Gen.Select(
        amounts, Gen.Int[0, 8], Partners.Array[0, 7],
        (amount, sourcing, partners) => new PlainCase(
            amount, sourcing > 4 ? null : "p" + sourcing, [.. partners.DistinctBy(partner => (partner.Key, partner.Role))]));
}

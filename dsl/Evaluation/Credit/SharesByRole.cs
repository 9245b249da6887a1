using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Shares by role.</summary>
internal sealed class SharesByRole(
    IReadOnlyList<(string Role, decimal Rate)> shares, EmptyRole empty, string? heir, SeveralInRole several) : CreditAction
{
    private (EmptyRole, string?, SeveralInRole) Choices => (empty, heir, several);

    private IEnumerable<(string Role, decimal Rate)> Sorted => shares.OrderBy(share => share.Role, StringComparer.Ordinal);

    public override bool IsWrittenAs(CreditAction other) =>
        other is SharesByRole same && Choices.Equals(same.Choices) && Sorted.SequenceEqual(same.Sorted);

    public override CreditSplit Divide(Facts facts, Roster roster, RegistrationFacts? registration)
    {
        var filled = new List<(string Role, Rational Part, IReadOnlyList<Participant> Partners)>(shares.Count);
        var vacant = Rational.Zero;
        foreach (var (role, rate) in shares)
        {
            var partners = roster.InRole(role);
            if (partners.Count > 0)
                filled.Add((role, rate, partners));
            else if (empty == EmptyRole.Refused)
                return CreditSplit.Refused(Sentences.NobodyInRole(role));
            else
                vacant += rate;
        }
        if (vacant.Sign > 0)
            filled = Fill(filled, vacant);

        var portions = new List<Portion>();
        foreach (var (role, part, partners) in filled)
        {
            if (partners.Count > 1 && several == SeveralInRole.Refused)
                return CreditSplit.Refused(Sentences.SeveralInRole(role, partners.Count));
            AddPortions(portions, role, part, partners);
        }
        return CreditSplit.Of(portions);
    }

    // What the others get of an empty role's share is in proportion to their own.
    private List<(string, Rational, IReadOnlyList<Participant>)> Fill(
        List<(string Role, Rational Part, IReadOnlyList<Participant> Partners)> filled, Rational vacant)
    {
        switch (empty)
        {
            case EmptyRole.SharedAmongTheOthers when filled.Count > 0:
                var own = filled.Aggregate(Rational.Zero, (sum, one) => sum + one.Part);
                var factor = (own + vacant) / own;
                return filled.ConvertAll(one => (one.Role, (one.Part * factor).Reduced(), one.Partners));
            case EmptyRole.GivenToRole:
                return filled.ConvertAll(one => one.Role == heir ? (one.Role, one.Part + vacant, one.Partners) : one);
            default:
                return filled;
        }
    }

    private void AddPortions(List<Portion> portions, string role, Rational part, IReadOnlyList<Participant> partners)
    {
        var weights = several switch
        {
            SeveralInRole.ToTheFirstEngaged => FirstEngaged(partners),
            SeveralInRole.ByWeight when partners.Any(one => one.Weight > 0) =>
                partners.Select(one => (Rational)Math.Max(0, one.Weight)).ToArray(),
            _ => partners.Select(_ => Rational.One).ToArray(),
        };
        var total = weights.Aggregate(Rational.Zero, (sum, weight) => sum + weight);
        var own = shares.First(share => share.Role == role).Rate;
        for (var i = 0; i < partners.Count; i++)
        {
            portions.Add(new Portion(
                partners[i].PartnerKey, partners[i].DisplayName, role, partners.Count == 1 ? part : part * weights[i] / total, partners[i],
                Sentences.ShareOfRole(role, own, part, partners.Count, several)));
        }
    }

    private static Rational[] FirstEngaged(IReadOnlyList<Participant> partners)
    {
        var first = partners.OrderBy(one => one.EngagedOn).First();
        return [.. partners.Select(one => ReferenceEquals(one, first) ? Rational.One : Rational.Zero)];
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>One partner's exact part of the whole in one role.</summary>
internal sealed record Portion(string Partner, string Role, Fraction Part);

internal sealed record Decision(string Outcome, string? Rule, IReadOnlyList<Portion> Portions)
{
    public Fraction House => Portions.Aggregate(Fraction.One, (rest, portion) => rest - portion.Part);
}

/// <summary>Who is credited, exactly.</summary>
internal sealed class SlowCredit(OracleProgram program, Situation situation, IReadOnlyList<Place> roster, DateTime day, Deal? deal)
{
    public Decision Decide()
    {
        var fits = program.Credits.Where(rule => (deal is null ? rule.Usage : rule.Deals) && rule.Term.Holds(day) && situation.Fits(rule.When)).ToList();
        var left = fits.Where(rule => !fits.Any(other => IsExceptionTo(other, rule.Name))).OrderBy(rule => rule.Name, StringComparer.Ordinal).ToList();
        if (left.Count == 0)
            return new Decision("House", null, []);
        var credits = left.Select(rule => Divide(rule.Action)).ToList();
        if (credits.Any(other => !Same(credits[0], other)))
            return new Decision("Conflict", null, []);
        return credits[0] is { } portions ? new Decision("Credited", left[0].Name, portions) : new Decision("Refused", left[0].Name, []);
    }

    private bool IsExceptionTo(CreditRule rule, string name) => rule.ExceptionTo.Any(direct =>
        direct == name || program.Credits.Any(between => between.Name == direct && IsExceptionTo(between, name)));

    private static bool Same(IReadOnlyList<Portion>? one, IReadOnlyList<Portion>? other) =>
        one is null ? other is null : other is not null && one.SequenceEqual(other);

    // Null where it is refused.
    private List<Portion>? Divide(CreditAction action)
    {
        var portions = action switch
        {
            AllTo all => AllToOne(all),
            Shares { MaySetOwn: true } when deal?.Own is { } own => Own(own),
            Shares shares => ByRole(shares),
            _ => throw new NotSupportedException(),
        };
        return portions?.Where(portion => portion.Part.Sign > 0)
            .OrderBy(portion => portion.Partner, StringComparer.Ordinal).ThenBy(portion => portion.Role, StringComparer.Ordinal).ToList();
    }

    private List<Portion> AllToOne(AllTo all)
    {
        var byRegistration = all.Path == "registration.partner";
        var partner = byRegistration ? deal!.Registration!.Partner : deal!.Sourcing!;
        var role = all.Role
            ?? (byRegistration ? deal.Registration!.Role : null)
            ?? roster.Where(place => place.Partner == partner).OrderBy(place => place.Engaged)
                .ThenBy(place => place.Role, StringComparer.Ordinal).FirstOrDefault()?.Role
            ?? "";
        return [new Portion(partner, role, (100 - (Fraction)all.Kept) / 100)];
    }

    private List<Portion>? Own(Override own) =>
        own.Shares.Sum(share => share.Percent) + own.House == 100 && own.Reason.Trim().Length > 0
        && own.Shares.All(share => roster.Any(place => place.Partner == share.Partner && place.Role == share.Role))
            ? [.. own.Shares.Select(share => new Portion(share.Partner, share.Role, (Fraction)share.Percent / 100))]
            : null;

    private List<Portion>? ByRole(Shares shares)
    {
        var present = shares.Roles.Where(share => roster.Any(place => place.Role == share.Role)).ToList();
        var vacant = shares.Roles.Except(present).Sum(share => share.Percent);
        if (present.Count < shares.Roles.Count && shares.Vacant == Vacant.Refused)
            return null;
        var portions = new List<Portion>();
        foreach (var (role, percent) in present)
        {
            var own = (Fraction)percent / 100;
            if (shares.Vacant == Vacant.Others)
                own += (Fraction)vacant / 100 * percent / present.Sum(share => share.Percent);
            else if (shares.Vacant == Vacant.Heir && role == shares.Heir)
                own += (Fraction)vacant / 100;
            var places = roster.Where(place => place.Role == role).ToList();
            if (places.Count > 1 && shares.Sharing == Sharing.Refused)
                return null;
            portions.AddRange(places.Select(place => new Portion(place.Partner, role, own * OfRole(shares.Sharing, place, places))));
        }
        return portions;
    }

    private static Fraction OfRole(Sharing sharing, Place place, List<Place> places)
    {
        if (places.Count == 1)
            return 1;
        if (sharing == Sharing.First)
            return place == places.OrderBy(one => one.Engaged).ThenBy(one => one.Partner, StringComparer.Ordinal).First() ? 1 : 0;
        var weights = places.Sum(one => one.Weight);
        return sharing == Sharing.ByWeight && weights > 0 ? (Fraction)place.Weight / weights : new Fraction(1, places.Count);
    }
}

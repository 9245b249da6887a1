using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>Near misses as steps: the change and its effect inside one sentence, and below it what partners would get instead.</summary>
internal static class NearMissFindings
{
    private const int MostAmounts = 12;

    public static Finding Of(CaseAtHand at, Goal goal, Alternative found, NearMiss miss)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["rule"] = goal.Rule };
        if (goal.Who is { } who)
        {
            values["key"] = who.PartnerKey;
            values["role"] = who.Role;
        }
        InnerSentence.Add(values, "change", found.Change);
        InnerSentence.Add(values, "effect", Whole(at, goal, miss));
        return new Finding("near-miss", values, goal.Kind == NearMissKind.Credit ? Amounts(at, miss) : []);
    }

    public static Finding Step(string kind, params (string Name, string Value)[] values) =>
        new(kind, values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal), null);

    public static Finding Change(string kind, string fact, string from, string to, params (string Name, string Value)[] values) =>
        Step(kind, [("fact", fact), ("from", from), ("to", to), .. values]);

    /// <summary>An amount that would be larger or smaller.</summary>
    public static Finding Amount(string what, decimal from, decimal to, string currency, params (string Name, string Value)[] values) => Change(
        (to > from ? "change.more-" : "change.less-") + what, what switch { "amount" => "deal.amount", "measured" => "measured", _ => "usage" },
        NumberText.Shortest(from), NumberText.Shortest(to),
        [("change", NumberText.Shortest(Math.Abs(to - from))), ("currency", currency), .. values]);

    /// <summary>A field or figure that would have another value.</summary>
    public static Finding Fact(string fact, string type, string from, string to, string? partner = null)
    {
        var kind = to == "missing" ? "change.fact.removed" : from == "missing" ? "change.fact.missing" : "change.fact";
        return partner is null
            ? Change(kind, fact, from, to, ("type", type))
            : Change(kind + ".partner", fact, from, to, ("type", type), ("partner", partner));
    }

    private static Finding Whole(CaseAtHand at, Goal goal, NearMiss miss)
    {
        var effect = goal.Effect(Judged.Of(miss.Ruling));
        if (goal.Who is not { } who)
            return effect;
        var values = effect.Values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
        values["currency"] = at.Program.Currency;
        InnerSentence.Add(values, "who", Who(at, who.PartnerKey, who.Role));
        var difference = miss.Difference!.Value;
        InnerSentence.Add(values, "difference", Step(
            difference > 0 ? "difference.more" : difference < 0 ? "difference.less" : "difference.none",
            ("amount", NumberText.Shortest(Math.Abs(difference))), ("currency", at.Program.Currency)));
        return new Finding(effect.Kind, values, null);
    }

    private static Finding Who(CaseAtHand at, string partner, string role) => role.Length > 0
        ? Step("who", ("partner", at.NameOf(partner)), ("role", role))
        : Step("who.without-role", ("partner", at.NameOf(partner)));

    private static Finding[] Amounts(CaseAtHand at, NearMiss miss) => [.. miss.Changes.Take(MostAmounts).Select(change =>
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["key"] = change.PartnerKey,
            ["before"] = NumberText.Shortest(change.Before),
            ["after"] = NumberText.Shortest(change.After),
            ["currency"] = at.Program.Currency,
        };
        if (change.Rule is { } rule)
            values["rule"] = rule;
        InnerSentence.Add(values, "who", Who(at, change.PartnerKey, change.Role));
        return new Finding(change.Rule is null ? "near-miss.share" : "near-miss.earning", values, null);
    })];
}

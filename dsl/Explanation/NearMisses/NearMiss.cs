using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>
/// The smallest change of a single fact after which a rule that did not apply would, or a better rate would be reached. It is
/// found by judging the changed case: one unit less (a minor unit, a day, a hundredth of a percent) would not do.
/// </summary>
public sealed class NearMiss
{
    private readonly Lazy<Finding> finding;

    internal NearMiss(Goal goal, Alternative found, Judged after, IReadOnlyList<MoneyChange> changes, Func<NearMiss, Finding> finding)
    {
        Kind = goal.Kind;
        Rule = goal.Rule;
        PartnerKey = goal.Who?.PartnerKey;
        Role = goal.Who?.Role;
        Product = goal.Who?.Product;
        Fact = found.Change.Values["fact"];
        From = found.Change.Values["from"];
        To = found.Change.Values["to"];
        Changes = changes;
        Ruling = after.Ruling;
        this.finding = new Lazy<Finding>(() => finding(this));
    }

    /// <summary>What it would bring about.</summary>
    public NearMissKind Kind { get; }

    /// <summary>The rule that would apply, or that would earn otherwise.</summary>
    public string Rule { get; }

    /// <summary>The partner whose commission it is about; null where it is about the credit or a figure.</summary>
    public string? PartnerKey { get; }

    /// <summary>The partner's role; null where <see cref="PartnerKey"/> is.</summary>
    public string? Role { get; }

    /// <summary>The product, for a rule per product; null where <see cref="PartnerKey"/> is.</summary>
    public string? Product { get; }

    /// <summary>
    /// The fact that would have to change: a field (<c>deal.amount</c>), a figure (<c>usage growth over 3 months</c>), <c>usage</c> of
    /// the judged month, <c>measured</c> of a customer for a rule across customers, <c>history</c> (its first month), <c>date</c> (when the deal is closed), <c>won</c> or <c>registration</c>.
    /// </summary>
    public string Fact { get; }

    /// <summary>Its value, as culture-invariant text: amounts without grouping, 0.15 for 15%, days as yyyy-MM-dd, or <c>missing</c>.</summary>
    public string From { get; }

    /// <summary>The value that it would need, written likewise.</summary>
    public string To { get; }

    /// <summary>Every amount that would be another, by partner: credit first, then commissions.</summary>
    public IReadOnlyList<MoneyChange> Changes { get; }

    /// <summary>
    /// What the rule would earn its partner more, less where negative; null where it is not about one partner's commission.
    /// </summary>
    public decimal? Difference => PartnerKey is null
        ? null
        : Changes.Where(change => change.Rule == Rule && change.PartnerKey == PartnerKey && change.Role == Role && change.Product == Product)
            .Sum(change => change.After - change.Before);

    /// <summary>The ruling on the changed case.</summary>
    public Ruling Ruling { get; }

    /// <summary>The near miss as data, for <see cref="Explanation.Render(Finding, Language)"/>; it can be stored like a derivation.</summary>
    public Finding Finding => finding.Value;
}

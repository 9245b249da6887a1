using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>A program as the oracle knows it. Percentages stand as 15 for 15%.</summary>
internal sealed record OracleProgram(
    string Currency, int Digits, bool HalfEven, int FiscalMonth, IReadOnlyList<CreditRule> Credits,
    IReadOnlyList<CommissionRule> Commissions, Test? Churn, IReadOnlyList<ClawbackRule> Clawbacks, IReadOnlyList<TierRule> Tiers);

internal sealed record CreditRule(
    string Name, IReadOnlyList<string> ExceptionTo, bool Deals, bool Usage, Test? When, Term Term, CreditAction Action);

/// <summary>The days on which a rule is in effect.</summary>
internal sealed record Term(DateTime? From, DateTime? Until)
{
    public static Term Always { get; } = new(null, null);

    public bool Holds(DateTime day) => !(day < From) && !(day > Until);
}

internal abstract record CreditAction;

internal enum Vacant
{
    House,
    Others,
    Heir,
    Refused,
}

internal enum Sharing
{
    Equally,
    ByWeight,
    First,
    Refused,
}

/// <summary>Shares by role; what they leave of the whole the house keeps.</summary>
internal sealed record Shares(
    IReadOnlyList<(string Role, decimal Percent)> Roles, Vacant Vacant, string Heir, Sharing Sharing, bool MaySetOwn) : CreditAction
{
    public decimal Kept
    {
        get
        {
            var kept = 100m;
            foreach (var (_, percent) in Roles)
                kept -= percent;
            return kept;
        }
    }
}

/// <summary>All but what the house keeps to the partner whom a field names, in a role or in the one that follows from the case.</summary>
internal sealed record AllTo(string Path, string? Role, decimal Kept) : CreditAction;

internal enum Every
{
    Deal,
    Month,
    Quarter,
    Year,
}

internal enum Over
{
    Deal,
    Customer,
    Product,
    Across,
}

internal enum Kind
{
    Rate,
    Amount,
    Graduated,
    Volume,
}

internal sealed record Step(decimal Above, decimal Percent, decimal Plus);

internal sealed record Accelerator(decimal Factor, Test When);

/// <summary>A cap and a floor; null where there is none.</summary>
internal sealed record Limit(decimal? Most, decimal? Least)
{
    public static Limit None { get; } = new(null, null);

    public bool Exists => Most is not null || Least is not null;
}

/// <summary>Of roles; all roles where none is named. Result is per deal, customer or product, whatever the rule measures.</summary>
internal sealed record CommissionRule(
    string Name, IReadOnlyList<string> Roles, Every Every, bool Credited, Over Over, Test? When, Test? While, Term Term,
    Kind Kind, decimal Rate, IReadOnlyList<Step> Steps, IReadOnlyList<Accelerator> Accelerators,
    Limit Result, Limit Customer, Limit Partner, Limit Program, decimal Hold);

internal sealed record ClawbackRule(string Name, IReadOnlyList<string> Of, int? WithinDays, decimal Percent);

internal sealed record TierRule(string Name, Test When);

using System.Collections.Generic;

namespace CrmAddon.Rules.Tests.Explaining;

/// <summary>A program of few facts, whose near misses can be told apart. Rates are in ten-thousandths, amounts in cents.</summary>
internal sealed record PlainProgram(bool HalfEven, PlainCredit Base, PlainException? Exception,
    IReadOnlyList<PlainCommission> Commissions);

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
internal sealed record PlainCredit(IReadOnlyList<(string Role, int Rate)> Shares, Vacant Vacant, Sharing Sharing)
{
    public int Kept => 10_000 - System.Linq.Enumerable.Sum(Shares, share => share.Rate);
}

/// <summary>A second rule for deals from an amount on: other shares, or all to the partner who sourced the deal.</summary>
internal sealed record PlainException(int FromCents, PlainCredit? Shares);

internal sealed record PlainStep(int AboveCents, int Rate, int PlusCents);

internal sealed record PlainCommission(
    string Name, IReadOnlyList<string> Roles, bool Credited, char Kind, int Rate, IReadOnlyList<PlainStep> Steps,
    IReadOnlyList<(int Factor, int AboveCents)> Accelerators, int? MostCents, int? LeastCents, int HoldRate);

internal sealed record PlainPartner(string Key, string Role, int Weight, int Engaged);

/// <summary>A deal or a month of usage: the amount is in units of a ten-thousandth of a cent for usage, of a cent for deals.</summary>
internal sealed record PlainCase(long Amount, string? Sourcing, IReadOnlyList<PlainPartner> Partners);

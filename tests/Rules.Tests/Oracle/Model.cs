using System.Collections.Generic;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>A program as the oracle knows it. Rates are in ten-thousandths, amounts in cents.</summary>
internal sealed record OracleProgram(bool HalfEven, OracleCredit Base, OracleException? Exception,
    IReadOnlyList<OracleCommission> Commissions);

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
internal sealed record OracleCredit(IReadOnlyList<(string Role, int Rate)> Shares, Vacant Vacant, Sharing Sharing)
{
    public int Kept => 10_000 - System.Linq.Enumerable.Sum(Shares, share => share.Rate);
}

/// <summary>A second rule for deals from an amount on: other shares, or all to the partner who sourced the deal.</summary>
internal sealed record OracleException(int FromCents, OracleCredit? Shares);

internal sealed record OracleStep(int AboveCents, int Rate, int PlusCents);

internal sealed record OracleCommission(
    string Name, IReadOnlyList<string> Roles, bool Credited, char Kind, int Rate, IReadOnlyList<OracleStep> Steps,
    IReadOnlyList<(int Factor, int AboveCents)> Accelerators, int? MostCents, int? LeastCents, int HoldRate);

internal sealed record OraclePartner(string Key, string Role, int Weight, int Engaged);

/// <summary>A deal or a month of usage: the amount is in units of a ten-thousandth of a cent for usage, of a cent for deals.</summary>
internal sealed record OracleCase(long Amount, string? Sourcing, IReadOnlyList<OraclePartner> Partners);

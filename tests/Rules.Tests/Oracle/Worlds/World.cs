using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Everything that a program is tried on: deals, customers through some months, partners.</summary>
internal sealed record World(
    IReadOnlyList<Deal> Deals, IReadOnlyList<Customer> Customers, Month First, int Months,
    IReadOnlyDictionary<string, string?> TierOfPartner, Month Churned);

/// <summary>A partner in a role.</summary>
internal sealed record Place(string Partner, string Role, decimal Weight, DateTime Engaged);

internal sealed record Registration(string Partner, string? Role, DateTime From, DateTime Until);

/// <summary>Shares that a person has set on one deal.</summary>
internal sealed record Override(IReadOnlyList<(string Partner, string Role, decimal Percent)> Shares, decimal House, string Reason);

internal sealed record Deal(
    string Key, decimal Amount, bool Won, DateTime Day, string? Motion, string? Source, string? Sourcing, decimal? Employees,
    string? Country, Registration? Registration, IReadOnlyList<Place> Roster, Override? Own);

/// <summary>A customer's months: those before the first judged one are history.</summary>
internal sealed record Customer(string Key, decimal? Employees, string? Country, IReadOnlyDictionary<Month, UsedMonth> Months);

/// <summary>What was used in a month, by product ("" without one), by whom it is looked after, and how the customer stands.</summary>
internal sealed record UsedMonth(IReadOnlyList<(string Product, decimal Amount)> Usage, IReadOnlyList<Place> Roster, string Status);

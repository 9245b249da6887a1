using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Syntax;

/// <summary>A fact of an example.</summary>
internal abstract record GivenItem(TextRange Range);

internal sealed record GivenDeal(bool IsWon, DateTime? On, TextRange Range) : GivenItem(Range);

/// <summary>A customer; unnamed where the example has only one.</summary>
internal sealed record GivenCustomer(Named? Name, TextRange Range) : GivenItem(Range);

/// <summary>The month in which a customer is first found inactive.</summary>
internal sealed record GivenChurn(Named? Customer, Month Month, TextRange Range) : GivenItem(Range);

internal sealed record GivenMonth(Month Month, TextRange Range) : GivenItem(Range);

internal sealed record GivenRegistration(Named Partner, TextRange Range) : GivenItem(Range);

/// <summary>A partner on the deal or with the customers; with only one of them where that is named.</summary>
internal sealed record GivenPartner(
    Named Name, Named Role, bool Alone, decimal? Weight, DateTime? Engaged, Named? At, TextRange Range) : GivenItem(Range);

/// <summary>The partner of whom an example about tiers is.</summary>
internal sealed record GivenTierPartner(Named? Name, TextRange Range) : GivenItem(Range);

/// <summary>A customer of that partner who was active in a month.</summary>
internal sealed record GivenActive(Named Customer, Month Month, TextRange Range) : GivenItem(Range);

/// <summary>What the earlier months of a rule's window have booked for a partner.</summary>
internal sealed record GivenBooked(
    Named Partner, decimal Amount, decimal Measure, decimal? Credited, Named? Product, Named? Role, Named? Customer, Named Rule,
    TextRange Range) : GivenItem(Range);

internal sealed record GivenOwnShare(Named Partner, decimal Rate, Named? Role, TextRange Range);

/// <summary>Shares that a person has set on the deal.</summary>
internal sealed record GivenOwnShares(IReadOnlyList<GivenOwnShare> Shares, Named Reason, TextRange Range) : GivenItem(Range);

/// <summary>A field of the deal, customer or partner before it and its value; a null value is unknown.</summary>
internal sealed record GivenField(NameExpression Field, Expression Value, TextRange Range) : GivenItem(Range);

/// <summary>Usage of the judged month or of the named one, or a stated figure.</summary>
internal sealed record GivenUsage(UsageExpression Figure, Month? In, decimal? Value, TextRange Range) : GivenItem(Range);

/// <summary>Usage of one product in the judged month or in the named one.</summary>
internal sealed record GivenProductUsage(Named Product, Month? In, decimal Value, TextRange Range) : GivenItem(Range);

/// <summary>What an example expects.</summary>
internal abstract record Expectation(TextRange Range);

/// <summary>An amount for a partner: all of it, or for one product or customer.</summary>
internal sealed record ExpectedAmount(Named Partner, decimal Amount, Named? For, TextRange Range);

/// <summary>Amounts of credit, or of commission, by partner.</summary>
internal sealed record ExpectAmounts(bool Credit, IReadOnlyList<ExpectedAmount> Amounts, TextRange Range) : Expectation(Range);

internal sealed record ExpectConflict(TextRange Range) : Expectation(Range);

internal sealed record ExpectRefused(TextRange Range) : Expectation(Range);

internal sealed record ExpectNoCommission(TextRange Range) : Expectation(Range);

/// <summary>Amounts that are taken back, by partner.</summary>
internal sealed record ExpectClawback(IReadOnlyList<ExpectedAmount> Amounts, TextRange Range) : Expectation(Range);

internal sealed record ExpectNoClawback(TextRange Range) : Expectation(Range);

/// <summary>The tier that the partner has earned; null for none.</summary>
internal sealed record ExpectTier(Named? Tier, TextRange Range) : Expectation(Range);

/// <summary>Whether a customer is active.</summary>
internal sealed record ExpectActive(Named? Customer, bool Active, TextRange Range) : Expectation(Range);

using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Syntax;

/// <summary>A fact of an example.</summary>
internal abstract record GivenItem(TextRange Range);

internal sealed record GivenDeal(bool IsWon, DateTime? On, TextRange Range) : GivenItem(Range);

internal sealed record GivenCustomer(TextRange Range) : GivenItem(Range);

internal sealed record GivenMonth(Month Month, TextRange Range) : GivenItem(Range);

internal sealed record GivenRegistration(Named Partner, TextRange Range) : GivenItem(Range);

internal sealed record GivenPartner(
    Named Name, Named Role, bool Alone, decimal? Weight, DateTime? Engaged, TextRange Range) : GivenItem(Range);

/// <summary>A field of the deal, customer or partner before it and its value; a null value is unknown.</summary>
internal sealed record GivenField(NameExpression Field, Expression Value, TextRange Range) : GivenItem(Range);

/// <summary>Usage of the judged month or of the named one, or a stated figure.</summary>
internal sealed record GivenUsage(UsageExpression Figure, Month? In, decimal? Value, TextRange Range) : GivenItem(Range);

/// <summary>What an example expects.</summary>
internal abstract record Expectation(TextRange Range);

internal sealed record ExpectedAmount(Named Partner, decimal Amount, TextRange Range);

/// <summary>Amounts of credit, or of commission, by partner.</summary>
internal sealed record ExpectAmounts(bool Credit, IReadOnlyList<ExpectedAmount> Amounts, TextRange Range) : Expectation(Range);

internal sealed record ExpectConflict(TextRange Range) : Expectation(Range);

internal sealed record ExpectRefused(TextRange Range) : Expectation(Range);

internal sealed record ExpectNoCommission(TextRange Range) : Expectation(Range);

using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Syntax;

/// <summary>A clause of a rule as it is written. <paramref name="Word"/> is the keyword that it begins with.</summary>
internal abstract record Clause(string Word, TextRange Range);

/// <summary>rounding to the cent or to the minor unit, half even or half up.</summary>
internal sealed record RoundingClause(Named Unit, bool HalfEven, TextRange Range) : Clause("rounding", Range);

/// <summary>remainders to the largest share, which is the only way there is.</summary>
internal sealed record RemaindersClause(TextRange Range) : Clause("remainders", Range);

/// <summary>fiscal year begins in a month.</summary>
internal sealed record FiscalYearClause(Named Month, TextRange Range) : Clause("fiscal year", Range);

internal sealed record WhenClause(Expression Condition, TextRange Range) : Clause("when", Range);

internal sealed record EffectiveClause(DateTime From, DateTime? Until, TextRange Range) : Clause("effective", Range);

internal sealed record BecauseClause(Named Reason, TextRange Range) : Clause("because", Range);

/// <summary>exception to the named rules.</summary>
internal sealed record ExceptionClause(IReadOnlyList<Named> Bases, TextRange Range) : Clause("exception to", Range);

/// <summary>for deals, for usage, or both.</summary>
internal sealed record SubjectsClause(bool Deals, bool Usage, TextRange Range) : Clause("for", Range);

internal sealed record RoleShare(Named Role, decimal Rate, TextRange Range);

internal sealed record SharesClause(IReadOnlyList<RoleShare> Shares, TextRange Range) : Clause("shares", Range);

/// <summary>all to the partner that a field names, in a role if one is given.</summary>
internal sealed record AllToClause(Expression Target, Named? Role, TextRange Range) : Clause("all to", Range);

/// <summary>keep a part for the house.</summary>
internal sealed record KeepClause(decimal Rate, TextRange Range) : Clause("keep", Range);

/// <summary>What becomes of the share of a role that nobody has.</summary>
internal enum EmptyRole
{
    LeftWithTheHouse,
    SharedAmongTheOthers,
    GivenToRole,
    Refused,
}

internal sealed record EmptyRoleClause(EmptyRole Choice, Named? Role, TextRange Range) : Clause("empty role", Range);

/// <summary>How several partners in one role divide its share.</summary>
internal enum SeveralInRole
{
    Equally,
    ByWeight,
    ToTheFirstEngaged,
    Refused,
}

internal sealed record SeveralClause(SeveralInRole Choice, TextRange Range) : Clause("several in a role", Range);

/// <summary>for each deal may set its own shares.</summary>
internal sealed record OwnSharesClause(TextRange Range) : Clause("for each deal", Range);

/// <summary>for the named roles; none named means all roles.</summary>
internal sealed record RolesClause(IReadOnlyList<Named> Roles, TextRange Range) : Clause("for", Range);

/// <summary>How often a commission is paid.</summary>
internal enum Frequency
{
    OnceWhenWon,
    EveryMonth,
    EveryQuarter,
    EveryYear,
}

/// <summary>What a commission is computed over.</summary>
internal enum Span
{
    Default,
    PerDeal,
    PerCustomer,
    PerProduct,
    AcrossCustomers,
}

/// <summary>When a commission is paid, on what measure, over what.</summary>
internal sealed record ScheduleClause(Frequency Frequency, bool Credited, bool OnUsage, Span Span, TextRange Range)
    : Clause(Frequency == Frequency.OnceWhenWon ? "once" : "every", Range);

internal sealed record WhileClause(Expression Condition, TextRange Range) : Clause("while", Range);

internal sealed record RateClause(decimal Rate, TextRange Range) : Clause("rate", Range);

internal sealed record AmountClause(NumberExpression Amount, TextRange Range) : Clause("amount", Range);

/// <summary>What is above a bound, up to the next one, earns a rate, and once it is reached a fixed amount.</summary>
internal sealed record StepSyntax(NumberExpression Above, decimal Rate, NumberExpression? Plus, TextRange Range);

internal sealed record StepsClause(bool Graduated, IReadOnlyList<StepSyntax> Steps, TextRange Range)
    : Clause(Graduated ? "graduated" : "volume", Range);

internal sealed record AccelerateClause(decimal Factor, Expression Condition, TextRange Range) : Clause("accelerate", Range);

/// <summary>What a cap or a floor works on.</summary>
internal enum LimitScope
{
    PerDeal,
    PerCustomer,
    PerProduct,
    PerPartner,
    PerProgram,
}

internal sealed record LimitClause(bool AtMost, NumberExpression Amount, LimitScope Scope, TextRange Range)
    : Clause(AtMost ? "at most" : "at least", Range);

internal sealed record HoldClause(decimal Rate, int Months, TextRange Range) : Clause("hold", Range);

/// <summary>of the named commissions.</summary>
internal sealed record OfClause(IReadOnlyList<Named> Rules, TextRange Range) : Clause("of", Range);

/// <summary>when customer churns, within some days of a date or at any time.</summary>
internal sealed record ChurnsClause(int? WithinDays, Expression? Since, TextRange Range) : Clause("when", Range);

internal sealed record TakeBackClause(decimal Rate, TextRange Range) : Clause("take back", Range);

internal sealed record ProtectClause(int Days, TextRange Range) : Clause("protect", Range);

internal sealed record ExtendClause(int Times, int Days, TextRange Range) : Clause("extend", Range);

internal sealed record ConflictClause(bool AnySameProduct, TextRange Range) : Clause("conflict", Range);

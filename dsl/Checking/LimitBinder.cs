using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>The caps and floors of a commission rule, by what they work on.</summary>
internal sealed record CommissionLimits(Limit PerResult, Limit PerCustomer, Limit PerPartner, Limit PerProgram);

/// <summary>Binds at most and at least: on one result, on a customer's products, on a partner, on the program.</summary>
internal sealed class LimitBinder(CheckContext context, ClauseSet clauses, Span span)
{
    private static readonly Dictionary<Span, LimitScope[]> Scopes = new()
    {
        [Span.PerDeal] = [LimitScope.PerDeal, LimitScope.PerPartner, LimitScope.PerProgram],
        [Span.PerCustomer] = [LimitScope.PerCustomer, LimitScope.PerPartner, LimitScope.PerProgram],
        [Span.PerProduct] = [LimitScope.PerProduct, LimitScope.PerCustomer, LimitScope.PerPartner, LimitScope.PerProgram],
        [Span.AcrossCustomers] = [LimitScope.PerPartner, LimitScope.PerProgram],
    };

    /// <summary>What a limit on one result of the span says; null where a result is the partner's whole.</summary>
    public static LimitScope? OnResult(Span span) => span switch
    {
        Span.PerDeal => LimitScope.PerDeal,
        Span.PerCustomer => LimitScope.PerCustomer,
        Span.PerProduct => LimitScope.PerProduct,
        _ => null,
    };

    public CommissionLimits Bind()
    {
        foreach (var clause in clauses.All<LimitClause>().Where(clause => !Scopes[span].Contains(clause.Scope)))
            context.Bag.Add(Problems.WrongLimitScope(clause.Range, span, Scopes[span]));
        return new CommissionLimits(
            OnResult(span) is { } result ? Bind(result) : default,
            span == Span.PerProduct ? Bind(LimitScope.PerCustomer) : default,
            Bind(LimitScope.PerPartner),
            Bind(LimitScope.PerProgram));
    }

    private Limit Bind(LimitScope scope)
    {
        var most = clauses.One<LimitClause>(clause => clause.AtMost && clause.Scope == scope);
        var least = clauses.One<LimitClause>(clause => !clause.AtMost && clause.Scope == scope);
        var limit = new Limit(clauses.Amount(most?.Amount), clauses.Amount(least?.Amount));
        if (limit.AtLeast > limit.AtMost)
            context.Bag.Add(Problems.FloorAboveCap(least!.Range));
        return limit;
    }
}

using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>The caps and floors of a commission rule.</summary>
internal sealed record CommissionLimits(decimal? AtMost, decimal? AtLeast, decimal? AtMostPerPartner, decimal? AtLeastPerPartner);

/// <summary>Binds at most and at least, each per result and per partner.</summary>
internal sealed class LimitBinder(CheckContext context, ClauseSet clauses, bool onDeals)
{
    public CommissionLimits Bind()
    {
        foreach (var clause in clauses.All<LimitClause>())
        {
            if (clause.Scope == LimitScope.PerProgram)
                context.Bag.Add(Problems.CannotBeCarriedOut(clause.Range, "a limit per program"));
            else if (clause.Scope != LimitScope.PerPartner && (clause.Scope == LimitScope.PerDeal) != onDeals)
                context.Bag.Add(Problems.WrongLimitScope(clause.Range, onDeals));
        }
        var limits = new CommissionLimits(Limit(true, false), Limit(false, false), Limit(true, true), Limit(false, true));
        CheckOrder(limits.AtLeast, limits.AtMost, false);
        CheckOrder(limits.AtLeastPerPartner, limits.AtMostPerPartner, true);
        return limits;
    }

    private decimal? Limit(bool atMost, bool perPartner) => clauses.Amount(Clause(atMost, perPartner)?.Amount);

    private LimitClause? Clause(bool atMost, bool perPartner) => clauses.One<LimitClause>(
        clause => clause.AtMost == atMost && (clause.Scope == LimitScope.PerPartner) == perPartner
            && clause.Scope != LimitScope.PerProgram);

    private void CheckOrder(decimal? least, decimal? most, bool perPartner)
    {
        if (least > most)
            context.Bag.Add(Problems.FloorAboveCap(Clause(false, perPartner)!.Range));
    }
}

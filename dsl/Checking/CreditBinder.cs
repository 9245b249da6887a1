using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Binds credit rules. Exceptions are bound later, when all rules are known by name.</summary>
internal sealed class CreditBinder(CheckContext context, ClausedRule rule)
{
    private readonly ClauseSet clauses = new(context, rule);

    /// <summary>The rule; null when something was wrong and has been reported.</summary>
    public CreditRule? Bind()
    {
        var subjects = clauses.Needed<SubjectsClause>("what it credits", "add 'for deals', 'for usage' or 'for deals and usage'");
        var exception = clauses.One<ExceptionClause>();
        var scope = subjects switch
        {
            { Deals: true, Usage: true } => Scope.CreditForBoth,
            { Usage: true } => Scope.CreditForUsage,
            _ => Scope.CreditForDeals,
        };
        var when = clauses.One<WhenClause>() is { } clause ? new ConditionBinder(context, scope).Bind(clause.Condition) : null;
        var effective = clauses.Period(subjects?.Usage ?? false);
        var because = clauses.One<BecauseClause>();
        var own = clauses.One<OwnSharesClause>();
        if (own is not null && subjects is { Deals: false })
            context.Bag.Add(Problems.OwnSharesOfUsage(own.Range));
        var action = BindAction(scope, when?.WhenTrue ?? Knowledge.Nothing);
        if (subjects is null || action is null || (when is not null && when.Condition is null))
            return null;
        return new CreditRule
        {
            Name = rule.Name.Text,
            Range = rule.Name.Range,
            ForDeals = subjects.Deals,
            ForUsage = subjects.Usage,
            When = when?.Condition,
            Effective = effective,
            Action = action,
            Because = because?.Reason.Text,
            AllowsOwnShares = own is not null,
            Bases = exception?.Bases ?? [],
        };
    }

    private CreditAction? BindAction(Scope scope, Knowledge known)
    {
        var shares = clauses.One<SharesClause>();
        var allTo = clauses.One<AllToClause>();
        var keep = clauses.One<KeepClause>();
        var empty = clauses.One<EmptyRoleClause>();
        var several = clauses.One<SeveralClause>();
        clauses.Exclude(shares, allTo);
        clauses.Exclude(allTo, empty);
        clauses.Exclude(allTo, several);
        if (keep is { Rate: <= 0 or >= 1 })
            context.Bag.Add(Problems.PercentOutOfRange(keep.Range, "what the house keeps is more than 0% and less than 100%"));
        if (shares is not null)
            return BindShares(shares, keep, empty, several);
        if (allTo is not null)
            return BindAllTo(allTo, keep, scope, known);
        context.Bag.Add(Problems.ClauseMissing(
            rule.Name.Range, clauses.Title, "who is credited", "add 'shares' with a line for each role, or 'all to' a partner"));
        return null;
    }

    private SharesByRole? BindShares(SharesClause clause, KeepClause? keep, EmptyRoleClause? empty, SeveralClause? several)
    {
        var good = true;
        foreach (var share in clause.Shares)
        {
            good &= clauses.Role(share.Role) is not null;
            if (share.Rate <= 0)
                context.Bag.Add(Problems.PercentOutOfRange(share.Range, "a share is more than 0%"));
        }
        foreach (var twice in clause.Shares.GroupBy(share => share.Role.Text).SelectMany(group => group.Skip(1)))
            context.Bag.Add(Problems.RoleTwice(twice.Range, twice.Role.Text));
        var total = clause.Shares.Sum(share => share.Rate) + (keep?.Rate ?? 0);
        if (total != 1)
            context.Bag.Add(Problems.SharesDoNotAddUp(clause.Range, total, keep is not null));
        var heir = empty?.Role is { } role ? clauses.Role(role) : null;
        if (heir is not null && clause.Shares.All(share => share.Role.Text != heir))
            context.Bag.Add(Problems.HeirWithoutShare(empty!.Range, heir));
        return !good ? null : new SharesByRole(
            [.. clause.Shares.Select(share => (share.Role.Text, share.Rate))],
            empty?.Choice ?? EmptyRole.LeftWithTheHouse, heir, several?.Choice ?? SeveralInRole.Equally);
    }

    private AllToPartner? BindAllTo(AllToClause clause, KeepClause? keep, Scope scope, Knowledge known)
    {
        var role = clause.Role is null ? null : clauses.Role(clause.Role);
        var target = (NameExpression)clause.Target;
        if (target.IsSingleWord && context.Roles.Contains(target.Path))
        {
            context.Bag.Add(Problems.AllToARole(target.Range, target.Path));
            return null;
        }
        if (new OperandBinder(context, scope).Bind(target, known) is not { } operand)
            return null;
        if (operand.Kind != ValueKind.Partner || operand.Field is null)
        {
            context.Bag.Add(Problems.NotAPartner(target.Range, target.Path));
            return null;
        }
        return clause.Role is not null && role is null ? null : new AllToPartner(operand.Field, role, keep?.Rate ?? 0);
    }
}

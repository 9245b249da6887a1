using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Binds every rule by its kind.</summary>
internal static class RulesPass
{
    public static void Run(CheckContext context)
    {
        foreach (var rule in context.Syntax.Rules.OfType<ClausedRule>())
        {
            switch (rule.Kind)
            {
                case "credit" when new CreditBinder(context, rule).Bind() is { } credit:
                    context.Credits.Add(credit);
                    break;
                case "commission" when new CommissionBinder(context, rule).Bind() is { } commission:
                    context.Commissions.Add(commission);
                    break;
                case "churn":
                    BindChurn(context, rule);
                    break;
                case "registration":
                    BindRegistration(context, rule);
                    break;
                case "clawback":
                    CheckClawback(context, rule);
                    break;
                case "tier":
                    CheckTier(context, rule);
                    break;
            }
        }
    }

    private static void BindChurn(CheckContext context, ClausedRule rule)
    {
        var when = new ClauseSet(context, rule).One<WhenClause>();
        if (when is not null)
            context.Churn = new ConditionBinder(context, Scope.Churn).Bind(when.Condition).Condition;
    }

    private static void BindRegistration(CheckContext context, ClausedRule rule)
    {
        var clauses = new ClauseSet(context, rule);
        var protect = clauses.Needed<ProtectClause>("how long it protects", "add a line such as 'protect 90 days from approval'");
        var extend = clauses.One<ExtendClause>();
        var conflict = clauses.One<ConflictClause>();
        if (protect is not null)
            context.Registration = new RegistrationTerms(
                rule.Name.Text, protect.Days, extend?.Days ?? 0, extend?.Times ?? 0, conflict?.AnySameProduct ?? false);
    }

    private static void CheckClawback(CheckContext context, ClausedRule rule)
    {
        var clauses = new ClauseSet(context, rule);
        var of = clauses.Needed<OfClause>("which commission it takes back", "add 'of' and the name of a commission");
        var churns = clauses.Needed<ChurnsClause>("when", "add a line such as 'when customer churns within 90 days of deal.won'");
        var back = clauses.Needed<TakeBackClause>("how much", "add a line such as 'take back 100%'");
        var commissions = context.Syntax.Rules.OfType<ClausedRule>().Where(one => one.Kind == "commission");
        string[] known = [.. commissions.Select(one => one.Name.Text)];
        foreach (var name in of?.Rules ?? [])
        {
            if (!known.Contains(name.Text) && !context.IsUnread("commission", name.Text))
                context.Bag.Add(Problems.UnknownRule(name.Range, "commission", name.Text, context.Bag.Nearest(name.Text, known)));
        }
        if (churns?.Since is NameExpression since
            && new OperandBinder(context, Scope.Clawback).Bind(since, Knowledge.Of("deal.*")) is { } date && date.Kind != ValueKind.Date)
            context.Bag.Add(Problems.NotADate(since.Range, since.Path));
        if (back is { Rate: <= 0 or > 1 })
            context.Bag.Add(Problems.PercentOutOfRange(back.Range, "what is taken back is more than 0% and at most 100%"));
        context.Bag.Add(Problems.NotCarriedOutYet(rule.Name.Range, "clawbacks"));
    }

    private static void CheckTier(CheckContext context, ClausedRule rule)
    {
        if (ReservedWords.All.Contains(rule.Name.Text))
            context.Bag.Add(Problems.ReservedName(rule.Name.Range, rule.Name.Text));
        var when = new ClauseSet(context, rule).Needed<WhenClause>("when a partner reaches it", "add 'when' and a condition");
        if (when is not null)
            new ConditionBinder(context, Scope.Tier).Bind(when.Condition);
        context.Bag.Add(Problems.NotCarriedOutYet(rule.Name.Range, "tiers"));
    }
}

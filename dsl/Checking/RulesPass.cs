using System.Linq;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Binds every rule by its kind.</summary>
internal static class RulesPass
{
    public static void Run(CheckContext context)
    {
        foreach (var rule in context.Syntax.Rules.OfType<ClausedRule>())
            Bind(context, rule);
    }

    /// <summary>Binds one rule into what the context holds.</summary>
    public static void Bind(CheckContext context, ClausedRule rule)
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
            case "clawback" when new ClawbackBinder(context, rule).Bind() is { } clawback:
                context.Clawbacks.Add(clawback);
                break;
            case "tier" when new TierBinder(context, rule).Bind() is { } tier:
                context.Tiers.Add(tier);
                break;
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
}

using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>The clauses of one rule, picked by kind. A clause that stands twice is reported.</summary>
internal sealed class ClauseSet(CheckContext context, ClausedRule rule)
{
    public string Title { get; } = rule.Kind is "churn" or "tier" ? rule.Kind : $"{rule.Kind} \"{rule.Name.Text}\"";

    /// <summary>The only clause of that kind; null when there is none.</summary>
    public T? One<T>(Func<T, bool>? accept = null)
        where T : Clause
    {
        var all = All<T>().Where(accept ?? (_ => true)).ToArray();
        foreach (var clause in all.Skip(1))
            context.Bag.Add(Problems.ClauseTwice(clause.Range, clause.Word));
        return all.FirstOrDefault();
    }

    public IEnumerable<T> All<T>()
        where T : Clause => rule.Clauses.OfType<T>();

    /// <summary>The only clause of that kind; a rule without it is reported.</summary>
    public T? Needed<T>(string what, string hint)
        where T : Clause
    {
        var clause = One<T>();
        if (clause is null)
            context.Bag.Add(Problems.ClauseMissing(rule.Name.Range, Title, what, hint));
        return clause;
    }

    /// <summary>At most one of the clauses; the others are reported.</summary>
    public void Exclude(params Clause?[] clauses)
    {
        var present = clauses.Where(clause => clause is not null).ToArray();
        foreach (var clause in present.Skip(1))
            context.Bag.Add(Problems.ClausesExclude(clause!.Range, present[0]!.Word, clause.Word));
    }

    /// <summary>The dates between which the rule is in effect. What is judged by month begins and ends with a month.</summary>
    public EffectivePeriod Period(bool byMonth)
    {
        if (One<EffectiveClause>() is not { } clause)
            return default;
        if (clause.Until < clause.From)
            context.Bag.Add(Problems.EndsBeforeItBegins(clause.Range));
        else if (byMonth && (clause.From.Day != 1 || clause.Until?.AddDays(1) is { Day: not 1 }))
            context.Bag.Add(Problems.NotAWholeMonth(clause.Range));
        return new EffectivePeriod(clause.From, clause.Until);
    }

    /// <summary>The role of that name, if there is one; otherwise it is reported.</summary>
    public string? Role(Named role)
    {
        if (context.Roles.Contains(role.Text))
            return role.Text;
        if (!context.Syntax.Unread.Any(unread => unread.Kind == "role"))
            context.Bag.Add(Problems.UnknownRole(role.Range, role.Text, context.Bag.Nearest(role.Text, context.Roles), context.Roles));
        return null;
    }

    /// <summary>An amount in the program's currency; null when it is in another one.</summary>
    public decimal? Amount(NumberExpression? amount)
    {
        if (amount?.Currency is { } currency && currency.Text != context.Currency)
        {
            context.Bag.Add(Problems.ForeignCurrency(amount.Range, currency.Text, context.Currency));
            return null;
        }
        return amount?.Value;
    }
}

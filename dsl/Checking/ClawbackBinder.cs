using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Binds clawback rules.</summary>
internal sealed class ClawbackBinder(CheckContext context, ClausedRule rule)
{
    private readonly ClauseSet clauses = new(context, rule);

    /// <summary>The rule; null when something was wrong and has been reported.</summary>
    public ClawbackRule? Bind()
    {
        var of = clauses.Needed<OfClause>("which commission it takes back", "add 'of' and the name of a commission");
        var churns = clauses.Needed<ChurnsClause>("when", "add a line such as 'when customer churns within 90 days of deal.won'");
        var back = clauses.Needed<TakeBackClause>("how much", "add a line such as 'take back 100%'");
        CheckNames(of?.Rules ?? []);
        var since = churns?.Since is NameExpression field ? BindDate(field) : null;
        if (back is { Rate: <= 0 or > 1 })
            context.Bag.Add(Problems.PercentOutOfRange(back.Range, "what is taken back is more than 0% and at most 100%"));
        if (since?.Subject == "deal")
            CheckDeals(of?.Rules ?? [], churns!);
        if (of is null || churns is null || back is null || (churns.Since is not null && since is null))
            return null;
        return new ClawbackRule(
            rule.Name.Text, rule.Name.Range, [.. of.Rules.Select(name => name.Text).Distinct()], churns.WithinDays, since, back.Rate);
    }

    private void CheckNames(IReadOnlyList<Named> names)
    {
        string[] known = [.. Commissions().Select(one => one.Name.Text)];
        foreach (var name in names)
        {
            if (!known.Contains(name.Text) && !context.IsUnread("commission", name.Text))
                context.Bag.Add(Problems.UnknownRule(name.Range, "commission", name.Text, context.Bag.Nearest(name.Text, known)));
        }
        foreach (var twice in names.GroupBy(name => name.Text).SelectMany(group => group.Skip(1)))
            context.Bag.Add(Problems.TakenBackTwice(twice.Range, twice.Text));
        foreach (var name in names)
        {
            if (Earlier().FirstOrDefault(other => Names(other).Contains(name.Text)) is { } other)
                context.Bag.Add(Problems.TakenBackByTwo(name.Range, name.Text, other.Name.Text));
        }
    }

    // What is earned on usage belongs to no deal, so there is no date of one.
    private void CheckDeals(IReadOnlyList<Named> names, ChurnsClause churns)
    {
        foreach (var name in names)
        {
            if (Commissions().Any(one => one.Name.Text == name.Text && one.Clauses.OfType<ScheduleClause>().Any(schedule => schedule.OnUsage)))
                context.Bag.Add(Problems.NoDealOfUsage(name.Range, name.Text, ((NameExpression)churns.Since!).Path));
        }
    }

    private FieldSlot? BindDate(NameExpression field)
    {
        var operand = new OperandBinder(context, Scope.Clawback).Bind(field, Knowledge.Of("deal.*").And(Knowledge.Of("customer.*")));
        if (operand is null)
            return null;
        if (operand.Kind == ValueKind.Date)
            return operand.Field;
        context.Bag.Add(Problems.NotADate(field.Range, field.Path));
        return null;
    }

    private IEnumerable<ClausedRule> Commissions() => context.Syntax.Rules.OfType<ClausedRule>().Where(one => one.Kind == "commission");

    private IEnumerable<ClausedRule> Earlier() =>
        context.Syntax.Rules.OfType<ClausedRule>().TakeWhile(one => one != rule).Where(one => one.Kind == "clawback");

    private static IEnumerable<string> Names(ClausedRule clawback) =>
        clawback.Clauses.OfType<OfClause>().SelectMany(clause => clause.Rules).Select(name => name.Text);
}

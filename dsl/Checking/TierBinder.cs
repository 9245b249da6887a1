using System;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Binds tier rules. A tier is a choice of partner.tier; it may be written with capitals, as a name.</summary>
internal sealed class TierBinder(CheckContext context, ClausedRule rule)
{
    /// <summary>The rule; null when something was wrong and has been reported.</summary>
    public TierRule? Bind()
    {
        var name = rule.Name;
        if (ReservedWords.All.Contains(name.Text))
            context.Bag.Add(Problems.ReservedName(name.Range, name.Text));
        var tier = name.Text.ToLowerInvariant();
        var choices = context.Vocabulary.TryFind("partner.tier")?.Choices ?? Array.Empty<string>();
        var rank = -1;
        for (var i = 0; i < choices.Count; i++)
        {
            if (choices[i] == tier)
                rank = i;
        }
        if (rank < 0)
            context.Bag.Add(Problems.UnknownTier(name.Range, name.Text, choices, context.Bag.Nearest(tier, choices)));
        var when = new ClauseSet(context, rule).Needed<WhenClause>("when a partner reaches it", "add 'when' and a condition");
        var condition = when is null ? null : new ConditionBinder(context, Scope.Tier).Bind(when.Condition).Condition;
        return condition is null || rank < 0 ? null : new TierRule(tier, rank, name.Range, condition);
    }
}

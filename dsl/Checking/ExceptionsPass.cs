using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Binds exceptions by name, refuses circles, and closes them: an exception to an exception excepts the base too.</summary>
internal static class ExceptionsPass
{
    public static void Run(CheckContext context)
    {
        var rules = context.Syntax.Rules.OfType<ClausedRule>().Where(rule => rule.Kind == "credit").ToArray();
        var names = rules.Select(rule => rule.Name.Text).Distinct().ToArray();
        var bases = new Dictionary<string, HashSet<string>>();
        foreach (var rule in rules)
        {
            if (!bases.TryGetValue(rule.Name.Text, out var known))
                bases[rule.Name.Text] = known = [];
            foreach (var name in rule.Clauses.OfType<ExceptionClause>().SelectMany(clause => clause.Bases))
            {
                if (names.Contains(name.Text))
                    known.Add(name.Text);
                else if (!context.IsUnread("credit", name.Text))
                    context.Bag.Add(Problems.UnknownRule(name.Range, "credit", name.Text, context.Bag.Nearest(name.Text, names)));
            }
        }
        if (!ReportCircles(context, rules, bases))
            Close(context, bases);
    }

    private static bool ReportCircles(
        CheckContext context, IReadOnlyList<ClausedRule> rules, Dictionary<string, HashSet<string>> bases)
    {
        var reported = new HashSet<string>();
        foreach (var rule in rules)
        {
            if (reported.Contains(rule.Name.Text) || PathBack(rule.Name.Text, bases) is not { } circle)
                continue;
            reported.UnionWith(circle);
            context.Bag.Add(Problems.Circular(rule.Name.Range, circle));
        }
        return reported.Count > 0;
    }

    // Breadth first, so that the shortest circle is shown.
    private static List<string>? PathBack(string start, Dictionary<string, HashSet<string>> bases)
    {
        var from = new Dictionary<string, string>();
        var queue = new Queue<string>([start]);
        while (queue.Count > 0)
        {
            var name = queue.Dequeue();
            foreach (var next in bases[name])
            {
                if (next == start)
                {
                    var path = new List<string>();
                    for (var step = name; ; step = from[step])
                    {
                        path.Insert(0, step);
                        if (step == start)
                            return path;
                    }
                }
                if (!from.ContainsKey(next))
                {
                    from[next] = name;
                    queue.Enqueue(next);
                }
            }
        }
        return null;
    }

    private static void Close(CheckContext context, Dictionary<string, HashSet<string>> bases)
    {
        var reach = bases.Keys.ToDictionary(name => name, name => Reach(name, bases));
        // By name, so that the order of the text changes nothing of what is said either.
        var credits = context.Credits.OrderBy(rule => rule.Name, StringComparer.Ordinal).ThenBy(rule => rule.Effective.From).ToArray();
        foreach (var rule in credits)
            rule.Exceptions = [.. credits.Where(other => reach[other.Name].Contains(rule.Name))];
    }

    private static HashSet<string> Reach(string start, Dictionary<string, HashSet<string>> bases)
    {
        var reached = new HashSet<string>();
        var queue = new Queue<string>([start]);
        while (queue.Count > 0)
        {
            foreach (var next in bases[queue.Dequeue()])
            {
                if (reached.Add(next))
                    queue.Enqueue(next);
            }
        }
        return reached;
    }
}

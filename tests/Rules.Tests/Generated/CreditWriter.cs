using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>Writes credit rules: one for everything, and exceptions to it and to each other, each about something else.</summary>
internal sealed class CreditWriter(Choices choices, ConditionWriter conditions, string[] roles)
{
    private readonly List<string> names = [];

    public IEnumerable<string> Write()
    {
        var together = choices.Once(2);
        yield return Rule("Everything", "", together ? "deals and usage" : "deals", "");
        if (!together)
            yield return Rule("Every month", "", "usage", "");
        // Each exception reads something that no other one reads, so that any two of them meet.
        if (choices.Once(2))
            yield return Exception("Large", "deals", conditions.Condition(Reads.Deal));
        if (choices.Once(3))
            yield return Exception("Registered", "deals", "registration is protected");
        if (choices.Once(4))
            yield return Exception("Marketplaces", "deals", conditions.Condition(Reads.Marketplace));
        if (choices.Once(3))
            yield return Exception("Customers", together ? "deals and usage" : "deals", conditions.Condition(Reads.Customer));
    }

    private string Exception(string name, string subjects, string condition)
    {
        var bases = names.Where(other => other != "Every month").Select(other => "\"" + other + "\"").ToArray();
        return Rule(name, " exception to " + string.Join(", ", bases), subjects, " when " + condition);
    }

    private string Rule(string name, string exception, string subjects, string when)
    {
        names.Add(name);
        var clauses = new List<string> { " for " + subjects };
        if (when.Length > 0)
            clauses.Add(when);
        if (exception.Length > 0)
            clauses.Add(exception);
        if (name == "Registered" && choices.Once(2))
            clauses.Add(" all to registration.partner" + (choices.Once(2) ? " as " + choices.Of(roles) : ""));
        else
            clauses.AddRange(Shares(subjects));
        if (choices.Once(3))
            clauses.Add(" because \"" + choices.Of("Agreed.", "It's 50% # of it", "Vereinbart: 日本 ✓") + "\"");
        return $"credit \"{name}\"" + string.Concat(choices.Shuffled([.. clauses]));
    }

    private IEnumerable<string> Shares(string subjects)
    {
        var named = choices.Some(1, roles);
        var left = 10_000;
        var parts = new List<string>();
        var keeps = choices.Once(3) ? choices.Between(1, 3000) : 0;
        left -= keeps;
        for (var i = 0; i < named.Length; i++)
        {
            var share = i == named.Length - 1 ? left : choices.Between(1, left - (named.Length - i));
            parts.Add($" {named[i]} {Choices.Percent(share)}");
            left -= share;
        }
        yield return " shares" + string.Concat(choices.Shuffled([.. parts]));
        if (keeps > 0)
            yield return " keep " + Choices.Percent(keeps) + choices.Of("", " for the house");
        if (choices.Once(2))
        {
            yield return " empty role: " + choices.Of("left with the house", "leave with the house", "share among the others",
                "shared among the others", "given to " + named[0], "give to " + named[0], "refused", "refuse");
        }
        if (choices.Once(2))
            yield return " several in a role: " + choices.Of("equally", "by weight", "to the first engaged", "refused", "refuse");
        if (subjects == "deals" && choices.Once(4))
            yield return " for each deal may set its own shares";
    }
}

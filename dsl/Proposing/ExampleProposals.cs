using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Proposing;

namespace CrmAddon.Rules;

/// <summary>
/// Examples for what no example of a program reaches: each credit rule applying and not, each exception winning over its base,
/// each commission earning and not, each step of a table. Cases are found by reasoning over the conditions; what is expected is what
/// the rules come to today, so a person has to read each before it is kept.
/// </summary>
public static class ExampleProposals
{
    private const int LongestName = 100;

    /// <summary>The examples that are missing, in the order of the program's rules by name; the same for the same program.</summary>
    /// <param name="checkedProgram">A checked text. One with errors has no proposals.</param>
    public static IReadOnlyList<ProposedExample> Of(CheckResult checkedProgram)
    {
        if (checkedProgram is null)
            throw new ArgumentNullException(nameof(checkedProgram));
        if (checkedProgram.Program is not { } program)
            return [];
        var reached = new Reached(program.Bound);
        reached.Add(checkedProgram.Examples.SelectMany(example => example.Rulings));
        var names = new HashSet<string>(checkedProgram.Examples.Select(example => example.Name), StringComparer.Ordinal);
        var finder = new CaseFinder(program.Bound, new Effort());
        var proposed = new List<ProposedExample>();
        foreach (var aim in new Aims(program.Bound, finder.World).All())
        {
            if (reached.Has(aim.Key) || Find(program.Bound, finder, reached, aim) is not { } run)
                continue;
            reached.Add(run.Rulings);
            var name = Unused(names, aim.Name);
            proposed.Add(new ProposedExample(name, $"example \"{name}\"\n  {run.Given}\n  {run.Expected(aim.OfCommission)}\n"));
        }
        return proposed;
    }

    private static ProposedRun? Find(BoundProgram program, CaseFinder finder, Reached reached, Aim aim)
    {
        foreach (var way in aim.Ways)
        {
            ProposedRun? found = null;
            bool Shows(Witness witness) => (found = ProposedRun.Of(program, witness.Given)) is not null
                && found.Rulings.SelectMany(reached.KeysOf).Contains(aim.Key);

            if (finder.Find(aim.Deal, way.Formulas, way.Roster, Shows, out _, won: true) == Outcome.Found)
                return found;
        }
        return null;
    }

    private static string Unused(HashSet<string> names, string name)
    {
        var free = name.Length > LongestName ? name.Substring(0, LongestName) : name;
        for (var i = 2; !names.Add(free); i++)
            free = name.Substring(0, Math.Min(name.Length, LongestName - 5)) + " " + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return free;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>Whether some claims can hold together.</summary>
internal enum Outcome
{
    /// <summary>In no case at all.</summary>
    Impossible,

    /// <summary>In a case that was found.</summary>
    Found,

    /// <summary>Nothing was found, but not everything could be tried.</summary>
    Undecided,
}

/// <summary>
/// Looks for a case in which formulas hold together. Claims are taken first, then the alternatives with the fewest ways left, so
/// that most questions are answered without a choice. What is left of the quantities at the end is a system of linear inequalities.
/// </summary>
internal sealed class Search(World world, Effort effort)
{
    // Cases that pass the claims and fail in the rules themselves: only where something could not be claimed exactly.
    private const int MostRefused = 12;

    /// <param name="start">What is claimed to begin with.</param>
    /// <param name="formulas">What must hold.</param>
    /// <param name="accept">Whether a state with nothing left to choose will do; null where any will.</param>
    public Outcome Run(State start, IEnumerable<Formula> formulas, Func<State, bool>? accept = null)
    {
        var refused = 0;
        var question = effort.Question();
        var nodes = new Stack<(State State, List<Any> Open, Formula Next)>();
        nodes.Push((start, [], new Every([.. formulas])));
        while (nodes.Count > 0)
        {
            var (before, open, next) = nodes.Pop();
            if (!question.Spend(1 + open.Count))
                return Outcome.Undecided;
            var state = before.Copy();
            open = [.. open];
            if (!Add(state, open, next) || !Settle(state, open, question) || !LinearSystem.IsPossible(world, state))
                continue;
            if (Choice(state, open) is { } alternatives)
            {
                foreach (var alternative in alternatives.Reverse())
                    nodes.Push((state, open, alternative));
            }
            else if (accept is null || accept(state))
            {
                return Outcome.Found;
            }
            else if (++refused >= MostRefused)
            {
                return Outcome.Undecided;
            }
        }
        return refused > 0 ? Outcome.Undecided : Outcome.Impossible;
    }

    /// <summary>What follows from formulas without any choice; null where they contradict each other.</summary>
    public State? Claimed(State start, IEnumerable<Formula> formulas)
    {
        var state = start.Copy();
        var open = new List<Any>();
        return Add(state, open, new Every([.. formulas])) && Settle(state, open, effort.Question()) ? state : null;
    }

    private static bool Add(State state, List<Any> open, Formula formula)
    {
        switch (formula)
        {
            case Every every:
                foreach (var part in every.Parts)
                {
                    if (!Add(state, open, part))
                        return false;
                }
                return true;
            case Any { Parts.Length: 0 }:
                return false;
            case Any any:
                open.Add(any);
                return true;
            default:
                return state.Add((Claim)formula);
        }
    }

    // Takes what has one way left, until nothing has.
    private static bool Settle(State state, List<Any> open, Effort.Share question)
    {
        for (var i = 0; i < open.Count;)
        {
            Formula? only = null;
            var left = 0;
            var holds = false;
            foreach (var part in open[i].Parts)
            {
                var decided = state.Decides(part);
                holds |= decided == true;
                if (decided is null && ++left == 1)
                    only = part;
            }
            if (!holds && left > 1)
            {
                i++;
                continue;
            }
            open.RemoveAt(i);
            if (holds)
                continue;
            if (only is null || !question.Spend(1) || !Add(state, open, only))
                return false;
            i = 0;
        }
        return true;
    }

    private static IEnumerable<Formula>? Choice(State state, List<Any> open)
    {
        if (open.Count == 0)
            return NamePairs.Choice(state);
        Any? fewest = null;
        var least = int.MaxValue;
        foreach (var any in open)
        {
            var left = any.Parts.Count(part => state.Decides(part) != false);
            if (left < least)
                (fewest, least) = (any, left);
        }
        open.Remove(fewest!);
        return fewest!.Parts.Where(part => state.Decides(part) != false);
    }
}

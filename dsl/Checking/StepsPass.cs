using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Refuses a program that could take too long on one case, and names the rule that takes the most.</summary>
internal static class StepsPass
{
    public static void Run(CheckContext context, BoundProgram program)
    {
        var steps = StepCount.Of(program);
        if (steps <= Limits.Steps)
            return;
        var (range, most) = program.Credits.Select(rule => (rule.Range, Steps: StepCount.Of(rule)))
            .Concat(program.Commissions.Select(rule => (rule.Range, Steps: StepCount.Of(rule, program.Roles.Count))))
            .OrderByDescending(rule => rule.Steps).FirstOrDefault();
        context.Bag.Add(Problems.TooManySteps(range, steps, Limits.Steps, most));
    }
}

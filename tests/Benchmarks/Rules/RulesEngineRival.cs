using System.Collections.Generic;
using System.Threading.Tasks;
using RulesEngine.Models;

namespace CrmAddon.Benchmarks;

/// <summary>The rule of <see cref="Rates"/> for the package RulesEngine, as its documentation has it: a condition, and an expression for its result.</summary>
internal sealed class RulesEngineRival
{
    private readonly RulesEngine.RulesEngine engine = new([new Workflow
    {
        WorkflowName = "Rates",
        Rules =
        [
            new Rule
            {
                RuleName = "Recurring share",
                Expression = "month.Status == \"active\"",
                Actions = new RuleActions
                {
                    OnSuccess = new ActionInfo
                    {
                        Name = "OutputExpression",
                        Context = new Dictionary<string, object>
                        {
                            ["expression"] =
                                "Math.Round((month.Usage > 0M ? (month.Usage > 10000M ? 10000M : month.Usage) * 0.05M : 0M)"
                                + " + (month.Usage > 10000M ? ((month.Usage > 50000M ? 50000M : month.Usage) - 10000M) * 0.08M : 0M)"
                                + " + (month.Usage > 50000M ? (month.Usage - 50000M) * 0.10M : 0M), 2)",
                        },
                    },
                },
            },
        ],
    }]);

    private readonly RuleParameter[] input = [new("month", new UsageMonth("active", Rates.Usage))];

    public async Task<decimal> Rate()
    {
        List<RuleResultTree> results = await engine.ExecuteAllRulesAsync("Rates", input);
        return (decimal)results[0].ActionResult.Output;
    }

    public sealed record UsageMonth(string Status, decimal Usage);
}

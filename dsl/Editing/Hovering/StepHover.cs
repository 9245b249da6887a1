using System.Linq;
using System.Text;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Editing;

/// <summary>What a table of steps pays up to the bound of a step.</summary>
internal static class StepHover
{
    public static HoverText? At(DocumentReading reading, int token)
    {
        var offset = reading.Tokens[token].Range.Offset;
        if (reading.RuleAt(token) is not ClausedRule rule)
            return null;
        foreach (var clause in rule.Clauses.OfType<StepsClause>())
        {
            var at = clause.Steps.ToList().FindIndex(
                step => step.Range.Offset <= offset && offset < step.Range.Offset + step.Range.Length);
            if (at >= 0)
                return new HoverText(clause.Steps[at].Range, Text(reading, clause, at));
        }
        return null;
    }

    private static string Text(DocumentReading reading, StepsClause clause, int at)
    {
        Step[] steps = [.. clause.Steps.Select(step => new Step(step.Above.Value, step.Rate, step.Plus?.Value ?? 0))];
        Rating rating = clause.Graduated ? new Graduated(steps) : new Volume(steps);
        var text = new StringBuilder();
        var bound = NumberText.Grouped(steps[at].Above);
        if (at > 0)
            text.Append("At ").Append(bound).Append(" it pays ").Append(Pays(reading, rating, steps[at].Above)).Append("; above");
        else
            text.Append("Above ").Append(bound);
        text.Append(clause.Graduated ? " each further unit earns " : " the whole earns ").Append(NumberText.Percent(steps[at].Rate));
        if (steps[at].Plus != 0)
            text.Append(", and ").Append(NumberText.Grouped(steps[at].Plus)).Append(" once");
        if (at + 1 < steps.Length)
            text.Append(", up to ").Append(Pays(reading, rating, steps[at + 1].Above))
                .Append(" at ").Append(NumberText.Grouped(steps[at + 1].Above));
        return text.Append('.').ToString();
    }

    private static string Pays(DocumentReading reading, Rating rating, decimal measure) =>
        NumberText.Grouped(reading.Context.Rounding.Round(rating.Rate(measure, null)));
}

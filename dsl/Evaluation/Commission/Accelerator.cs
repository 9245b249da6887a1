namespace CrmAddon.Rules.Evaluation;

internal sealed record Accelerator(decimal Factor, Condition When);

namespace CrmAddon.Rules.Evaluation;

internal sealed record Hold(decimal Rate, int Months);

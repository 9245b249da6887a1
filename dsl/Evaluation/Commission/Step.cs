namespace CrmAddon.Rules.Evaluation;

/// <summary>What lies above <paramref name="Above"/> earns a rate; reaching it earns a fixed amount.</summary>
internal readonly record struct Step(decimal Above, decimal Rate, decimal Plus);

namespace CrmAddon.Worker.Usage;

/// <summary>One row of a file that counts as consumption.</summary>
/// <param name="Key">Which sum it belongs to.</param>
/// <param name="SubAccountName">What the file calls the consuming account; null when it doesn't say.</param>
/// <param name="Cost">The cost in the billing currency, to the last digit of the file; negative for a refund or a correction.</param>
internal readonly record struct UsageCharge(UsageKey Key, string? SubAccountName, ExactAmount Cost);

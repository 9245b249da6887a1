using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A bound clawback rule.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Range">Where its name stands.</param>
/// <param name="Rules">The commission rules whose entries it takes back.</param>
/// <param name="WithinDays">How many days after the date the churn may lie; null for at any time.</param>
/// <param name="Since">The date; null for at any time.</param>
/// <param name="Rate">The part that it takes back.</param>
internal sealed record ClawbackRule(
    string Name, TextRange Range, IReadOnlyList<string> Rules, int? WithinDays, FieldSlot? Since, decimal Rate);

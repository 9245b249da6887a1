using System;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>What may be spent on looking for cases, for a whole program: well below a second on any machine.</summary>
internal sealed class Effort
{
    private const int PerQuestion = 50_000;

    private int left = 2_000_000;

    /// <summary>Whether there is nothing left.</summary>
    public bool IsSpent => left <= 0;

    /// <summary>What may be spent on one question, so that a hard one leaves enough for the others.</summary>
    public Share Question() => new(this);

    public sealed class Share(Effort whole)
    {
        private int own = PerQuestion;

        /// <summary>Takes some of it; false when there is none left.</summary>
        public bool Spend(int steps)
        {
            own -= steps;
            whole.left = Math.Max(0, whole.left - steps);
            return own > 0 && !whole.IsSpent;
        }
    }
}

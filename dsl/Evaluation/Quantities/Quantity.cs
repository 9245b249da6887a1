using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Something that is compared as a number: amounts, rates, numbers, dates (as days) and spans of time.</summary>
internal abstract class Quantity
{
    /// <summary>The value; false where it is missing or unknown.</summary>
    public abstract bool TryRead(Facts facts, int back, out decimal value);

    /// <summary>The quantities directly inside.</summary>
    public virtual IEnumerable<Quantity> Inner => [];
}

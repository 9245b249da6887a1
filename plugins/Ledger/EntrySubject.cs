using System;

namespace CrmAddon.Plugins.Ledger;

/// <summary>What an entry was earned on: a deal, or a customer's usage.</summary>
/// <param name="Opportunity">The deal; null for usage.</param>
/// <param name="Customer">The customer; null for a deal whose customer is a person.</param>
internal sealed record EntrySubject(Guid? Opportunity, Guid? Customer)
{
    /// <summary>Nothing.</summary>
    public static EntrySubject None { get; } = new(null, null);

    /// <summary>The id that keys are made of.</summary>
    public Guid Id => Opportunity ?? Customer ?? Guid.Empty;
}

using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>A deal as the rules see it: plain values, as of one business date.</summary>
public sealed record DealCase
{
    /// <summary>The largest amount, either sign, that a case may carry: ten times what a money column of Dataverse holds.</summary>
    public const decimal LargestAmount = 10_000_000_000_000_000m;

    private readonly decimal amount;

    /// <summary>The deal's key, for explanations and stored results.</summary>
    public required string Key { get; init; }

    /// <summary>The deal's name for people; the key where none is given.</summary>
    public string? Name { get; init; }

    /// <summary>The day as of which the deal is judged: the day it was won, or is expected to close.</summary>
    public required DateTime BusinessDate { get; init; }

    /// <summary>The amount in the program's currency; divided as it is, so it should be in whole minor units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Larger than <see cref="LargestAmount"/>.</exception>
    public required decimal Amount
    {
        get => amount;
        init => amount = value is >= -LargestAmount and <= LargestAmount
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The amount is larger than any deal's.");
    }

    /// <summary>Whether the deal is won; what is earned once when it is won is earned only then.</summary>
    public bool IsWon { get; init; }

    /// <summary>Values of <c>deal.*</c> and <c>customer.*</c> fields by their full name.</summary>
    public IReadOnlyDictionary<string, FieldValue> Fields { get; init; } = NoFields.Instance;

    /// <summary>The partners on the deal; their order changes nothing.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = Array.Empty<Participant>();

    /// <summary>Partners who may be credited without a role on the deal: the registrant, and whoever sourced it.</summary>
    public IReadOnlyList<PartnerFacts> OtherPartners { get; init; } = Array.Empty<PartnerFacts>();

    /// <summary>Shares that a person has set on this deal; null when there are none.</summary>
    public OwnShares? OwnShares { get; init; }

    /// <summary>The registration that stands for the deal; null when there is none.</summary>
    public RegistrationFacts? Registration { get; init; }
}

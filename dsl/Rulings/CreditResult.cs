using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>How a credit decision ended.</summary>
public enum CreditOutcome
{
    /// <summary>One rule credits partners (and the house with what it keeps).</summary>
    Credited,

    /// <summary>No rule applies: the house keeps all.</summary>
    House,

    /// <summary>Two rules would credit differently: held for a person, with the house until decided.</summary>
    Conflict,

    /// <summary>The rule that applies refuses this roster: held for a person, with the house until decided.</summary>
    Refused,
}

/// <summary>Who is credited with a deal or with a month's usage. Shares and house always add up to 100% and to the whole.</summary>
public sealed class CreditResult
{
    private string? reason;

    internal CreditResult(
        CreditOutcome outcome, string? rule, IReadOnlyList<Share> shares, decimal housePercent, decimal houseAmount, Finding why,
        bool usesOwnShares = false)
    {
        Outcome = outcome;
        Rule = rule;
        Shares = shares;
        HousePercent = housePercent;
        HouseAmount = houseAmount;
        Why = why;
        UsesOwnShares = usesOwnShares;
    }

    /// <summary>How the decision ended.</summary>
    public CreditOutcome Outcome { get; }

    /// <summary>The rule that credits or refuses; null for the house and for a conflict.</summary>
    public string? Rule { get; }

    /// <summary>The partners' shares, by partner key, then role.</summary>
    public IReadOnlyList<Share> Shares { get; }

    /// <summary>What the house keeps, 0 to 100, in whole ten-billionths.</summary>
    public decimal HousePercent { get; }

    /// <summary>What the house keeps, in the program's currency.</summary>
    public decimal HouseAmount { get; }

    /// <summary>One sentence in English that tells a sales rep why.</summary>
    public string Reason => reason ??= Explanation.Sentence(Why, Language.English);

    /// <summary>The reason as data, for <see cref="Explanation.Sentence"/> in any language.</summary>
    public Finding Why { get; }

    /// <summary>Whether the shares are those that a person set on the deal, <see cref="DealCase.OwnShares"/>.</summary>
    public bool UsesOwnShares { get; }
}

/// <summary>One partner's credit in one role.</summary>
public sealed class Share
{
    private string? reason;

    internal Share(string partnerKey, string role, decimal percent, decimal amount, Finding why)
    {
        PartnerKey = partnerKey;
        Role = role;
        Percent = percent;
        Amount = amount;
        Why = why;
    }

    /// <summary>The partner's key.</summary>
    public string PartnerKey { get; }

    /// <summary>The role the credit is for; empty where the partner is credited without a role.</summary>
    public string Role { get; }

    /// <summary>The share, 0 to 100, in whole ten-billionths; all shares and the house add up to exactly 100.</summary>
    public decimal Percent { get; }

    /// <summary>The share of the money in whole minor units, by largest remainder.</summary>
    public decimal Amount { get; }

    /// <summary>One sentence in English that tells a sales rep why.</summary>
    public string Reason => reason ??= Explanation.Sentence(Why, Language.English);

    /// <summary>The reason as data, for <see cref="Explanation.Sentence"/> in any language.</summary>
    public Finding Why { get; }
}

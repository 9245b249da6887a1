using System;

namespace CrmAddon.Rules;

/// <summary>What a program needs of those who carry it out, beside judging deals and months one by one.</summary>
[Flags]
public enum ProgramFeatures
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>Windows longer than a month: <see cref="UsageCase.Booked"/> must be carried from month to month.</summary>
    Windows = 1,

    /// <summary>Commissions per product: <see cref="UsageCase.Products"/> must be given.</summary>
    Products = 2,

    /// <summary>Commissions across customers: each <see cref="PartnerCase"/> must be judged too.</summary>
    AcrossCustomers = 4,

    /// <summary>Limits per partner: <see cref="RuleProgram.ApplyLimits"/> for each partner.</summary>
    PartnerLimits = 8,

    /// <summary>Limits per program: <see cref="RuleProgram.ApplyLimits"/> for all partners together.</summary>
    ProgramLimits = 16,

    /// <summary>Clawbacks: each <see cref="ClawbackCase"/> must be judged.</summary>
    Clawbacks = 32,

    /// <summary>Tiers: each <see cref="TierCase"/> must be judged.</summary>
    Tiers = 64,

    /// <summary>A credit rule lets deals set their own shares: <see cref="DealCase.OwnShares"/>.</summary>
    OwnShares = 128,

    /// <summary>Fields that the program adds to the vocabulary must be loaded, see <see cref="RuleProgram.Fields"/>.</summary>
    OwnFields = 256,

    /// <summary>Fields of a deal's marketplace sale must be loaded.</summary>
    Marketplace = 512,
}

using System.Collections.Generic;

namespace CrmAddon.Rules.Checking;

/// <summary>What a rule is judged on, and so which fields it may read.</summary>
internal sealed class Scope
{
    private readonly HashSet<string> subjects;

    private Scope(string description, params string[] subjects)
    {
        Description = description;
        this.subjects = [.. subjects];
    }

    public static Scope CreditForDeals { get; } = new("when the credit of a deal is decided", "deal", "customer", "registration", "marketplace");

    public static Scope CreditForUsage { get; } = new("when the credit of usage is decided", "customer", "usage");

    public static Scope CreditForBoth { get; } = new("where both deals and usage are credited", "customer");

    public static Scope CommissionOnDeals { get; } = new("when a deal is won", "deal", "customer", "registration", "marketplace", "partner");

    public static Scope CommissionOnUsage { get; } = new("when a month of usage is judged", "customer", "usage", "partner");

    public static Scope AcrossCustomers { get; } = new("when all of a partner's customers are rated together", "usage", "partner");

    public static Scope Churn { get; } = new("when churn is decided", "customer", "usage");

    public static Scope Tier { get; } = new("when a partner's tier is decided", "partner", "usage", "retention");

    public static Scope Clawback { get; } = new("when a clawback is decided", "deal", "customer");

    /// <summary>When it is judged, as messages say it.</summary>
    public string Description { get; }

    public bool Has(string subject) => subjects.Contains(subject);
}

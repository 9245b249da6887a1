namespace CrmAddon.Rules;

/// <summary>How the program protects registered deals.</summary>
public sealed class RegistrationTerms
{
    internal RegistrationTerms(string name, int protectDays, int extendDays, int maxExtensions, bool conflictOnAnySameProduct)
    {
        Name = name;
        ProtectDays = protectDays;
        ExtendDays = extendDays;
        MaxExtensions = maxExtensions;
        ConflictOnAnySameProduct = conflictOnAnySameProduct;
    }

    /// <summary>The rule's name.</summary>
    public string Name { get; }

    /// <summary>Days of protection, the day of approval included as the first.</summary>
    public int ProtectDays { get; }

    /// <summary>Days that one extension adds; 0 when there are none.</summary>
    public int ExtendDays { get; }

    /// <summary>How often a registration may be extended; 0 for never.</summary>
    public int MaxExtensions { get; }

    /// <summary>Whether two registrations of one customer conflict only when they share a product; otherwise the same
    /// customer is enough.</summary>
    public bool ConflictOnAnySameProduct { get; }
}

namespace CrmAddon.Rules.Evaluation;

/// <summary>Who registered the deal, as far as crediting asks.</summary>
internal readonly record struct Registrant(string? PartnerKey, string? PartnerName, string? Role)
{
    public static Registrant Of(RegistrationFacts? registration) =>
        new(registration?.PartnerKey, registration?.PartnerName, registration?.Role);
}

using System.Collections.Generic;

namespace CrmAddon.Rules.Editing;

/// <summary>What fields hold: their type as a person says it, and what those of the standard vocabulary mean.</summary>
internal static class FieldMeanings
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["deal.amount"] = "What the deal is worth: as agreed once it is won, as estimated before.",
        ["deal.motion"] = "How the deal is sold.",
        ["deal.source"] = "Where the deal came from.",
        ["deal.sourcing_partner"] = "The partner who brought the deal.",
        ["deal.number"] = "The deal's number.",
        ["deal.product"] = "The number of the deal's product.",
        ["deal.stage"] = "The stage of the sale.",
        ["deal.created"] = "The day the deal was created.",
        ["deal.won"] = "The day the deal was won.",
        ["customer.status"] = "Whether the customer's account is active.",
        ["customer.name"] = "The customer's name.",
        ["customer.country"] = "The country of the customer's address.",
        ["customer.employees"] = "How many people work for the customer.",
        ["customer.revenue"] = "The customer's yearly revenue.",
        ["partner.tier"] = "The tier that the partner has reached.",
        ["partner.track"] = "The track of the program that the partner is on.",
        ["partner.engaged"] = "The day the partner was engaged with the deal or the customer.",
        ["registration.partner"] = "The partner who registered the deal.",
        ["registration.protected_from"] = "The first day on which the registration protects the deal.",
        ["registration.protected_until"] = "The last day on which the registration protects the deal.",
        ["registration.submitted"] = "The day the registration was submitted.",
        ["registration.decided"] = "The day the registration was decided.",
        ["marketplace.name"] = "The marketplace of the sale.",
        ["marketplace.agreement"] = "The agreement that was sold on the marketplace.",
        ["marketplace.offer"] = "The offer that was sold on the marketplace.",
        ["marketplace.buyer"] = "The buyer's account on the marketplace.",
        ["marketplace.sold"] = "The day of the sale.",
        ["marketplace.amount"] = "What was paid on the marketplace.",
    };

    /// <summary>Whether the meaning of a field is known here.</summary>
    public static bool Knows(string path) => Meanings.ContainsKey(path);

    /// <summary>The type in a few words: choice: direct, resale.</summary>
    public static string TypeOf(FieldDefinition field)
    {
        var type = field.Type switch
        {
            FieldType.Choice when field.Choices.Count > 0 => "choice: " + string.Join(", ", field.Choices),
            FieldType.YesNo => "yes or no",
            _ => field.Type.ToString().ToLowerInvariant(),
        };
        return field.MayBeMissing ? type + "; may be missing" : type;
    }

    /// <summary>What it means and where it is read from.</summary>
    public static string? Described(FieldDefinition field)
    {
        var meaning = Meanings.TryGetValue(field.Path, out var known) ? known : null;
        var column = field.Table is null ? null : $"Read from `{field.Table}.{field.Column}`"
            + (field.MayBeMissing ? "." : $"; empty is `{field.WhenEmpty}`.");
        return meaning is null || column is null ? meaning ?? column : meaning + "\n\n" + column;
    }
}

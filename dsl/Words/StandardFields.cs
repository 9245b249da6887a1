using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>The standard vocabulary as one table.</summary>
internal static class StandardFields
{
    private static readonly string[] Motions = ["direct", "co_sell", "resale", "managed_service"];
    private static readonly string[] Sources = ["direct", "marketing", "referral", "partner", "marketplace"];
    private static readonly string[] Statuses = ["active", "suspended", "cancelled"];
    private static readonly string[] Tracks = ["isv", "reseller", "si", "msp"];
    private static readonly string[] Marketplaces = ["aws", "azure", "google"];
    private static readonly string[] Tiers = ["registered", "silver", "gold", "platinum"];

    public static IEnumerable<FieldDefinition> All { get; } =
    [
        new() { Path = "deal.amount", Type = FieldType.Money, MayBeMissing = false, WhenEmpty = FieldValue.OfNumber(0) },
        Choice("deal.motion", Motions, "direct", "opportunity", "cov_motion"),
        Choice("deal.source", Sources, "direct", "opportunity", "cov_source"),
        Optional("deal.sourcing_partner", FieldType.Partner, "opportunity", "cov_sourcingpartnerid"),
        Optional("deal.number", FieldType.Text, "opportunity", "cov_dealnumber"),
        Optional("deal.product", FieldType.Text, "product", "productnumber"),
        Optional("deal.stage", FieldType.Text, "opportunity", "stepname"),
        Optional("deal.created", FieldType.Date, "opportunity", "createdon"),
        Optional("deal.won", FieldType.Date, "opportunity", "actualclosedate"),
        Choice("customer.status", Statuses, "active", "account", "cov_customerstatus"),
        Optional("customer.name", FieldType.Text, "account", "name"),
        Optional("customer.country", FieldType.Text, "account", "address1_country"),
        Optional("customer.employees", FieldType.Number, "account", "numberofemployees"),
        Optional("customer.revenue", FieldType.Money, "account", "revenue"),
        Choice("partner.tier", Tiers, "registered", "cov_partner", "cov_tier"),
        new() { Path = "partner.track", Type = FieldType.Choice, Choices = Tracks, Table = "cov_partner", Column = "cov_track" },
        Optional("partner.engaged", FieldType.Date, null, null),
        Optional("registration.partner", FieldType.Partner, null, null),
        Optional("registration.protected_from", FieldType.Date, null, null),
        Optional("registration.protected_until", FieldType.Date, null, null),
        Optional("registration.submitted", FieldType.Date, "cov_dealregistration", "cov_submittedon"),
        Optional("registration.decided", FieldType.Date, "cov_dealregistration", "cov_decidedon"),
        new()
        {
            Path = "marketplace.name",
            Type = FieldType.Choice,
            Choices = Marketplaces,
            Table = "cov_marketplacetransaction",
            Column = "cov_marketplace",
        },
        Optional("marketplace.agreement", FieldType.Text, "cov_marketplacetransaction", "cov_agreement"),
        Optional("marketplace.offer", FieldType.Text, "cov_marketplacetransaction", "cov_offer"),
        Optional("marketplace.buyer", FieldType.Text, "cov_marketplacetransaction", "cov_buyer"),
        Optional("marketplace.sold", FieldType.Date, "cov_marketplacetransaction", "cov_soldon"),
        Optional("marketplace.amount", FieldType.Money, "cov_marketplacetransaction", "cov_amount"),
    ];

    private static FieldDefinition Optional(string path, FieldType type, string? table, string? column) =>
        new() { Path = path, Type = type, Table = table, Column = column };

    private static FieldDefinition Choice(string path, string[] names, string whenEmpty, string table, string column) => new()
    {
        Path = path,
        Type = FieldType.Choice,
        Choices = names,
        MayBeMissing = false,
        WhenEmpty = FieldValue.OfChoice(whenEmpty),
        Table = table,
        Column = column,
    };
}

using System;
using CrmAddon.Plugins.Languages;

namespace CrmAddon.Plugins.Marketplace;

/// <summary>What people are told when a marketplace sale or identity can't be what they ask.</summary>
internal static class MarketplaceText
{
    public static Refusal IncompleteIdentity() => new("marketplace.incomplete-identity");

    public static Refusal NeedsAgreement(string account) => new("marketplace.needs-agreement", ("account", account));

    public static Refusal NeedsCustomer(string identity) => new("marketplace.needs-customer", ("identity", identity));

    public static Refusal NeedsPartner(string identity) => new("marketplace.needs-partner", ("identity", identity));

    public static Refusal EndsBeforeItBegins(string identity, DateTime from, DateTime until) => new(
        "marketplace.ends-before-it-begins", ("identity", identity), ("from", from), ("until", until));

    public static Refusal Overlaps(string account, string agreement, DateTime from, DateTime until) => new(
        "marketplace.overlaps", ("account", account), ("agreement", agreement), ("from", from), ("until", until));

    public static Refusal OverlapsOpenOne(string account, string agreement, DateTime from) => new(
        "marketplace.overlaps-open-one", ("account", account), ("agreement", agreement), ("from", from));

    public static Refusal MustStartUnmatched() => new("marketplace.starts-unmatched");

    public static Refusal IsSettled(string sale) => new("marketplace.is-settled", ("sale", sale));

    public static Refusal MatchIsIncomplete(string sale) => new("marketplace.match-is-incomplete", ("sale", sale));

    public static Refusal HasNoDay(string sale) => new("marketplace.has-no-day", ("sale", sale));

    public static Refusal NoPartnerNeedsCustomer(string sale) => new("marketplace.no-partner-needs-customer", ("sale", sale));

    public static Refusal HasPartner(string sale) => new("marketplace.has-partner", ("sale", sale));

    public static Refusal IgnoredNeedsNote(string sale) => new("marketplace.ignored-needs-note", ("sale", sale));
}

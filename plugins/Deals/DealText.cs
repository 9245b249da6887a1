using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.Plugins.Deals;

/// <summary>What people are told when the shares of a deal can't be previewed as they ask, or are nobody's.</summary>
internal static class DealText
{
    public static Refusal NoAmount(decimal amount) => new("preview.no-amount", ("amount", InvariantJson.Text(amount)));

    public static Refusal NoRoster(string cause) => new("preview.no-roster", ("cause", cause));

    public static Refusal TooManyPartners(int count, int most) => new("preview.too-many-partners", ("count", count), ("most", most));

    public static Refusal NoSuchRole(string role) => new("preview.no-such-role", ("role", role), ("known", string.Join(", ", Roles.Names)));

    public static Refusal NoSuchPartner(string code) => new("preview.no-such-partner", ("code", code));

    public static Refusal NoWeight(string partner, decimal weight) => new(
        "preview.no-weight", ("partner", partner), ("weight", InvariantJson.Text(weight)));

    public static Refusal NoPercent(string partner, decimal percent) => new(
        "preview.no-percent", ("partner", partner), ("percent", InvariantJson.Text(percent)));

    public static Sentence IsLost(string deal) => new("preview.is-lost", ("deal", deal));

    public static Sentence HasNoRules(string deal) => new("preview.has-no-rules", ("deal", deal));
}

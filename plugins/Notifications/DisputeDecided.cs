using CrmAddon.Plugins.Languages;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.Plugins.Notifications;

/// <summary>What the template dispute.decided is given.</summary>
/// <param name="Partner">Name of the partner.</param>
/// <param name="Number">Number of the dispute.</param>
/// <param name="About">Name of the split, ledger entry, statement or deal that it was about; empty if that is gone.</param>
/// <param name="IsAccepted">Accepted or rejected.</param>
/// <param name="Claimed">What the partner asked for; null if it named no amount.</param>
/// <param name="Currency">ISO code of that amount's currency.</param>
/// <param name="Outcome">What was done about it, by the English name of the choice without blanks; null if nobody has said so.</param>
/// <param name="Resolution">The answer, in the words of whoever resolved it.</param>
internal sealed record DisputeDecided(
    string Partner, string Number, string About, bool IsAccepted, decimal? Claimed, string? Currency, string? Outcome, string Resolution)
{
    public const string Template = "dispute.decided";

    public string Subject(Language language) => Spoken.In(language, new Sentence(
        IsAccepted ? "notification.dispute-accepted" : "notification.dispute-rejected", ("number", Number)));

    public string Data(Language language) => InvariantJson.Object(json =>
    {
        json.Member("language", language.Code);
        json.Member("partner", Partner);
        json.Member("number", Number);
        json.Member("about", About);
        json.Member("decision", IsAccepted ? "Accepted" : "Rejected");
        if (Claimed is { } amount && Currency is not null)
        {
            json.Member("claimed", OutboxAmount.Text(amount));
            json.Member("currency", Currency);
        }

        json.Member("outcome", Outcome);
        json.Member("resolution", Resolution);
    });
}

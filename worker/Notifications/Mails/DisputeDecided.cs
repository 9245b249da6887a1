using System.Collections.Generic;

namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>The data of <c>dispute.decided</c>: what became of a partner's objection. The amount that it asked for is in <paramref name="Currency"/>.</summary>
internal sealed record DisputeDecided(
    string Partner, string Number, string Decision, string Resolution, string? About = null, decimal? Claimed = null, string? Currency = null,
    string? Outcome = null, string? Language = null)
{
    public MailContent Content(MailLanguage language)
    {
        var decision = Decision switch
        {
            "Accepted" => "accepted",
            "Rejected" => "rejected",
            _ => throw new MailDataException($"The decision '{Decision}' is neither Accepted nor Rejected."),
        };
        List<MailPart> parts =
        [
            new Paragraph(About is null
                ? language.Say("dispute." + decision, ("partner", Partner), ("number", Number))
                : language.Say($"dispute.{decision}.about", ("partner", Partner), ("number", Number), ("about", About))),
        ];
        if (Claimed is { } amount && Currency is not null)
            parts.Add(new Paragraph(language.Say("dispute.claimed", ("amount", language.Money(amount, Currency)))));
        parts.Add(new Paragraph(language.Say("dispute.resolution", ("resolution", Resolution))));
        if (Follows() is { } follows)
            parts.Add(new Paragraph(language.Say(follows)));
        return new MailContent(language.Say($"dispute.{decision}.title", ("number", Number)), parts);
    }

    // What the outcome means in money; one that the worker does not know says nothing beyond the answer.
    private string? Follows() => Outcome switch
    {
        "Explained" => "dispute.outcome.explained",
        "DealCorrected" or "UsageCorrected" or "RulesCorrected" => "dispute.outcome.corrected",
        "ManualEntry" => "dispute.outcome.manual-entry",
        "Paid" => "dispute.outcome.paid",
        _ => null,
    };
}

using System.Collections.Generic;

namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>The data of <c>registration.decided</c>: what became of a partner's claim on a deal.</summary>
internal sealed record RegistrationDecided(
    string Partner, string Number, string Customer, string Decision, string? ProtectedFrom = null, string? ProtectedUntil = null,
    string? Reason = null)
{
    public MailContent Content() => Decision switch
    {
        "Approved" => Approved(),
        "Rejected" => Rejected(),
        _ => throw new MailDataException($"The decision '{Decision}' is neither Approved nor Rejected."),
    };

    private MailContent Approved()
    {
        List<MailPart> parts = [new Paragraph(MailTexts.RegistrationApproved(Partner, Number, Customer))];
        if (ProtectedFrom is { } from && ProtectedUntil is { } until)
            parts.Add(new Paragraph(MailTexts.RegistrationProtected(Say.Day(from), Say.Day(until))));
        parts.Add(new Paragraph(MailTexts.RegistrationEarns));
        return new MailContent(MailTexts.RegistrationApprovedTitle(Number), parts);
    }

    private MailContent Rejected()
    {
        List<MailPart> parts = [new Paragraph(MailTexts.RegistrationRejected(Partner, Number, Customer))];
        if (Reason is { } reason)
            parts.Add(new Paragraph(MailTexts.RegistrationReason(reason)));
        parts.Add(new Paragraph(MailTexts.RegistrationEarnsNothing));
        return new MailContent(MailTexts.RegistrationRejectedTitle(Number), parts);
    }
}

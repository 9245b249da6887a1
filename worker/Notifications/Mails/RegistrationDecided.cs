using System.Collections.Generic;

namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>The data of <c>registration.decided</c>: what became of a partner's claim on a deal.</summary>
internal sealed record RegistrationDecided(
    string Partner, string Number, string Customer, string Decision, string? ProtectedFrom = null, string? ProtectedUntil = null,
    string? Reason = null, string? Language = null)
{
    public MailContent Content(MailLanguage language) => Decision switch
    {
        "Approved" => Approved(language),
        "Rejected" => Rejected(language),
        _ => throw new MailDataException($"The decision '{Decision}' is neither Approved nor Rejected."),
    };

    private MailContent Approved(MailLanguage language)
    {
        List<MailPart> parts = [new Paragraph(language.Say("registration.approved", ("partner", Partner), ("number", Number), ("customer", Customer)))];
        if (ProtectedFrom is { } from && ProtectedUntil is { } until)
            parts.Add(new Paragraph(language.Say("registration.protected", ("from", language.Day(from)), ("until", language.Day(until)))));
        parts.Add(new Paragraph(language.Say("registration.earns")));
        return new MailContent(language.Say("registration.approved.title", ("number", Number)), parts);
    }

    private MailContent Rejected(MailLanguage language)
    {
        List<MailPart> parts = [new Paragraph(language.Say("registration.rejected", ("partner", Partner), ("number", Number), ("customer", Customer)))];
        if (Reason is { } reason)
            parts.Add(new Paragraph(language.Say("registration.reason", ("reason", reason))));
        parts.Add(new Paragraph(language.Say("registration.earns-nothing")));
        return new MailContent(language.Say("registration.rejected.title", ("number", Number)), parts);
    }
}

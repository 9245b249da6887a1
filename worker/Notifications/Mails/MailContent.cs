using System;
using System.Collections.Generic;

namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>What a mail says, before it is laid out.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Parts">Its parts from top to bottom.</param>
internal sealed record MailContent(string Title, IReadOnlyList<MailPart> Parts);

/// <summary>A part of a mail.</summary>
internal abstract record MailPart
{
    /// <summary>Where it stands.</summary>
    public MailPlace Place { get; init; }
}

/// <summary>A paragraph of text.</summary>
internal sealed record Paragraph(string Text) : MailPart;

/// <summary>A line that leads somewhere.</summary>
internal sealed record Link(string Text, Uri Address) : MailPart;

/// <summary>A table whose last column holds amounts; the last row may be the one that everything adds up to.</summary>
internal sealed record Table(IReadOnlyList<string>? Head, IReadOnlyList<IReadOnlyList<string>> Rows, bool LastIsTotal) : MailPart;

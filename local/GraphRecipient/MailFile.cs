using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;

namespace CrmAddon.Local.GraphRecipient;

/// <summary>A sent mail as a file that a person opens with a double click: its name says whom it went to and its subject.</summary>
internal static class MailFile
{
    private const int LongestName = 120;

    // What Windows forbids in a name; the same name everywhere.
    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>A name for the mail's file that none of the others has.</summary>
    public static string NameOf(StoredMessage message, IReadOnlySet<string> taken)
    {
        var title = string.Join(", ", RecipientsOf(message)) + " - " + message.Subject;
        var readable = string.Concat(title.Select(c => char.IsControl(c) || Forbidden.Contains(c, StringComparison.Ordinal) ? '-' : c));
        var name = (readable.Length > LongestName ? readable[..LongestName] : readable).Trim(' ', '.');
        var extension = IsHtml(message) ? ".html" : ".txt";
        var file = name + extension;
        for (var i = 2; taken.Contains(file); i++)
            file = $"{name} ({i}){extension}";
        return file;
    }

    /// <summary>The mail with its addresses and subject above the body.</summary>
    public static string ContentOf(StoredMessage message)
    {
        var body = message.Content["body"]?["content"]?.GetValue<string>() ?? "";
        (string Label, string Text)[] head =
        [
            ("From", message.User), ("To", string.Join(", ", RecipientsOf(message))),
            .. Addresses(message, "replyTo").Select(address => ("Reply-To", address)), ("Subject", message.Subject),
        ];
        if (!IsHtml(message))
            return string.Concat(head.Select(line => $"{line.Label}: {line.Text}\n")) + "\n" + body;
        var html = "<p style=\"font-size:13px;color:#666;border-bottom:1px solid #ccc;padding-bottom:8px\">" +
            string.Join("<br>\n", head.Select(line => $"{line.Label}: {WebUtility.HtmlEncode(line.Text)}")) + "</p>\n";
        var start = body.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : body.IndexOf('>', start);
        return end < 0 ? html + body : body[..(end + 1)] + "\n" + html + body[(end + 1)..].TrimStart('\n');
    }

    private static bool IsHtml(StoredMessage message) =>
        string.Equals(message.Content["body"]?["contentType"]?.GetValue<string>(), "html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The addresses that the mail goes to.</summary>
    public static IEnumerable<string> RecipientsOf(StoredMessage message) => Addresses(message, "toRecipients");

    private static IEnumerable<string> Addresses(StoredMessage message, string list) => (message.Content[list] as JsonArray ?? [])
        .Select(recipient => recipient?["emailAddress"]?["address"]?.GetValue<string>()).OfType<string>();
}

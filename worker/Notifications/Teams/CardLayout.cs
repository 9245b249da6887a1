using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrmAddon.Worker.Notifications.Mails;

namespace CrmAddon.Worker.Notifications.Teams;

/// <summary>
/// Lays a notification out as an Adaptive Card in the message that a workflow in Teams takes. Every text is a run of text, which Teams shows as it
/// is: in text blocks, names of others could write links.
/// </summary>
internal static class CardLayout
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole message as UTF-8.</summary>
    public static byte[] Render(string language, MailContent content)
    {
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["lang"] = language,
            ["body"] = new JsonArray([Text(content.Title, "Large", isBold: true), .. content.Parts.SelectMany(Body)]),
        };
        if (content.Parts.OfType<Link>().ToList() is { Count: > 0 } links)
            card["actions"] = new JsonArray([.. links.Select(link =>
                new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = link.Text, ["url"] = link.Address.AbsoluteUri })]);

        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["type"] = "message",
                ["attachments"] = new JsonArray(new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.card.adaptive",
                    ["contentUrl"] = null,
                    ["content"] = card,
                }),
            },
            Plain);
    }

    private static IEnumerable<JsonNode> Body(MailPart part) => part switch
    {
        Paragraph paragraph => [Text(paragraph.Text)],
        Table table => table.Rows.Select((row, i) => Row(row, table.LastIsTotal && i == table.Rows.Count - 1)),
        _ => [],
    };

    private static JsonObject Row(IReadOnlyList<string> cells, bool isTotal) => new()
    {
        ["type"] = "ColumnSet",
        ["columns"] = new JsonArray([.. cells.Select((cell, i) =>
        {
            var text = Text(cell, isBold: isTotal);
            if (i == cells.Count - 1)
                text["horizontalAlignment"] = "Right";
            return new JsonObject { ["type"] = "Column", ["width"] = i == 0 ? "stretch" : "auto", ["items"] = new JsonArray(text) };
        })]),
    };

    private static JsonObject Text(string text, string size = "Default", bool isBold = false) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(new JsonObject
        {
            ["type"] = "TextRun",
            ["text"] = text,
            ["size"] = size,
            ["weight"] = isBold ? "Bolder" : "Default",
        }),
    };
}

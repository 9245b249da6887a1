using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace CrmAddon.Local.GraphRecipient;

/// <summary>
/// The properties that Graph's <c>message</c> has, as far as one writes them. Graph refuses a property that it doesn't know;
/// annotations, which have an @ in their name, always pass.
/// </summary>
internal static class MessageShape
{
    private static readonly Dictionary<string, Dictionary<string, string?>> Types = new(StringComparer.Ordinal)
    {
        ["message"] = new(StringComparer.Ordinal)
        {
            ["id"] = null, ["subject"] = null, ["bodyPreview"] = null, ["categories"] = null, ["changeKey"] = null, ["importance"] = null,
            ["isDraft"] = null, ["isRead"] = null, ["isDeliveryReceiptRequested"] = null, ["isReadReceiptRequested"] = null,
            ["internetMessageId"] = null, ["hasAttachments"] = null, ["attachments"] = null,
            ["body"] = "itemBody", ["from"] = "recipient", ["sender"] = "recipient",
            ["toRecipients"] = "recipient", ["ccRecipients"] = "recipient", ["bccRecipients"] = "recipient", ["replyTo"] = "recipient",
            ["internetMessageHeaders"] = "internetMessageHeader",
            ["singleValueExtendedProperties"] = "singleValueLegacyExtendedProperty",
        },
        ["itemBody"] = Plain("contentType", "content"),
        ["recipient"] = new(StringComparer.Ordinal) { ["emailAddress"] = "emailAddress" },
        ["emailAddress"] = Plain("name", "address"),
        ["internetMessageHeader"] = Plain("name", "value"),
        ["singleValueLegacyExtendedProperty"] = Plain("id", "value"),
    };

    private static readonly string[] RecipientLists = ["toRecipients", "ccRecipients", "bccRecipients"];

    /// <summary>Refuses what Graph would refuse of a message that is to be created.</summary>
    public static void Check(JsonObject message)
    {
        CheckProperties(message, "message");
        foreach (var header in message["internetMessageHeaders"] as JsonArray ?? [])
        {
            if (header?["name"]?.GetValue<string>().StartsWith("x-", StringComparison.OrdinalIgnoreCase) != true)
                throw new GraphException(400, "InvalidInternetMessageHeader", "The internet message header name must start with 'x-' or 'X-'.");
        }
    }

    /// <summary>Refuses to send a message that nobody would receive.</summary>
    public static void CheckRecipients(JsonObject message)
    {
        var addresses = RecipientLists
            .SelectMany(name => message[name] as JsonArray ?? [])
            .Select(recipient => recipient?["emailAddress"]?["address"]?.GetValue<string>());
        if (!addresses.Any(address => !string.IsNullOrWhiteSpace(address)))
            throw new GraphException(400, "ErrorInvalidRecipients", "At least one recipient isn't valid.");
    }

    private static void CheckProperties(JsonNode? node, string type)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                CheckProperties(item, type);
            return;
        }

        foreach (var (name, value) in node as JsonObject ?? [])
        {
            if (name.Contains('@', StringComparison.Ordinal))
                continue;
            if (!Types[type].TryGetValue(name, out var inner))
            {
                throw new GraphException(400, "RequestBodyRead",
                    $"The property '{name}' does not exist on type 'microsoft.graph.{type}'. Make sure to only use property names that are " +
                    "defined by the type.");
            }

            if (inner is not null)
                CheckProperties(value, inner);
        }
    }

    private static Dictionary<string, string?> Plain(params string[] names) =>
        names.ToDictionary(name => name, _ => (string?)null, StringComparer.Ordinal);
}

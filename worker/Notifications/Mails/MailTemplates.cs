using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrmAddon.Worker.Notifications.Teams;

namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>Makes the mail or the card of a notification out of its template's name and its data (JSON, as the plug-ins write it).</summary>
public static class MailTemplates
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Dictionary<string, Func<string, (MailLanguage, MailContent)>> Templates = new(StringComparer.Ordinal)
    {
        ["statement.issued"] = data => Content(Read<StatementIssued>(data), news => news.Language, (news, language) => news.Content(language)),
        ["registration.decided"] = data => Content(Read<RegistrationDecided>(data), news => news.Language, (news, language) => news.Content(language)),
        ["dispute.decided"] = data => Content(Read<DisputeDecided>(data), news => news.Language, (news, language) => news.Content(language)),
    };

    /// <summary>Renders a mail.</summary>
    /// <param name="template">The template's name, such as <c>statement.issued</c>.</param>
    /// <param name="subject">The subject; line breaks in it become blanks.</param>
    /// <param name="data">The data as a JSON object.</param>
    /// <param name="portal">The partner portal, to which the mail links; null for no link.</param>
    /// <exception cref="MailDataException">No such template, or data that lack what it needs.</exception>
    public static Mail Render(string template, string subject, string data, Uri? portal = null)
    {
        var line = string.Join(' ', subject.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        var (language, body) = Content(template, data, portal, MailPlace.Mail);
        return new Mail(line, HtmlLayout.Render(language, line, body), TextLayout.Render(body));
    }

    /// <summary>Renders a card for Teams, in the message that a workflow takes.</summary>
    /// <inheritdoc cref="Render"/>
    /// <returns>JSON in UTF-8.</returns>
    public static byte[] RenderCard(string template, string data, Uri? portal = null)
    {
        var (language, body) = Content(template, data, portal, MailPlace.Card);
        return CardLayout.Render(language, body);
    }

    private static (string Language, MailContent Body) Content(string template, string data, Uri? portal, MailPlace place)
    {
        if (!Templates.TryGetValue(template, out var content))
        {
            throw new MailDataException(
                $"There is no mail template '{template}'; there are {string.Join(", ", Templates.Keys.Order(StringComparer.Ordinal))}.");
        }

        try
        {
            var (language, body) = content(data);
            IEnumerable<MailPart> link = portal is null ? [] : [new Link(language.Say("portal.link"), portal)];
            return (language.Code, body with { Parts = [.. body.Parts.Where(part => part.Place == MailPlace.Everywhere || part.Place == place), .. link] });
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new MailDataException($"The data of the notification don't fit the template '{template}': {e.Message}", e);
        }
    }

    private static (MailLanguage, MailContent) Content<T>(T news, Func<T, string?> code, Func<T, MailLanguage, MailContent> content)
    {
        var language = MailLanguage.Of(code(news));
        return (language, content(news, language));
    }

    private static T Read<T>(string data) => JsonSerializer.Deserialize<T>(data, Json) ?? throw new JsonException("they are null.");
}

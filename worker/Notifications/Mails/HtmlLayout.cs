using System.Linq;
using System.Net;
using System.Text;

namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>Lays a mail out as HTML that every mail program shows: no scripts, no pictures, styles at the elements.</summary>
internal static class HtmlLayout
{
    private const string Cell = "padding:4px 16px 4px 0;border-bottom:1px solid #ddd;text-align:left;vertical-align:top";
    private const string Amount = "padding:4px 0;border-bottom:1px solid #ddd;text-align:right;white-space:nowrap;vertical-align:top";

    public static string Render(string language, string subject, MailContent content)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(Encode(language)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").Append(Encode(subject))
            .Append("</title>\n</head>\n<body style=\"font-family:'Segoe UI',Arial,sans-serif;font-size:15px;line-height:1.45;color:#222;max-width:640px\">\n")
            .Append("<h1 style=\"font-size:20px\">").Append(Encode(content.Title)).Append("</h1>\n");
        foreach (var part in content.Parts)
        {
            if (part is Paragraph paragraph)
                html.Append("<p>").Append(Encode(paragraph.Text)).Append("</p>\n");
            else if (part is Table table)
                Append(html, table);
            else if (part is Link link)
                html.Append("<p><a href=\"").Append(Encode(link.Address.AbsoluteUri)).Append("\">").Append(Encode(link.Text)).Append("</a></p>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, Table table)
    {
        html.Append("<table style=\"border-collapse:collapse;margin:16px 0\">\n");
        if (table.Head is { } head)
            Append(html, "th", [.. head.Select(Encode)]);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var isTotal = table.LastIsTotal && i == table.Rows.Count - 1;
            Append(html, "td", [.. table.Rows[i].Select(text => isTotal ? "<strong>" + Encode(text) + "</strong>" : Encode(text))]);
        }

        html.Append("</table>\n");
    }

    private static void Append(StringBuilder html, string element, string[] cells)
    {
        html.Append("<tr>");
        for (var i = 0; i < cells.Length; i++)
        {
            html.Append('<').Append(element).Append(" style=\"").Append(i == cells.Length - 1 ? Amount : Cell).Append("\">")
                .Append(cells[i]).Append("</").Append(element).Append('>');
        }

        html.Append("</tr>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

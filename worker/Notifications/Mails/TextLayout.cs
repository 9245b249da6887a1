using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>Lays a mail out as plain text, tables with their columns under each other.</summary>
internal static class TextLayout
{
    public static string Render(MailContent content)
    {
        var text = new StringBuilder(content.Title).Append("\n\n");
        foreach (var part in content.Parts)
        {
            if (part is Paragraph paragraph)
                text.Append(paragraph.Text).Append('\n');
            else if (part is Table table)
                Append(text, table);
            else if (part is Link link)
                text.Append(link.Text).Append(": ").Append(link.Address.AbsoluteUri).Append('\n');
            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Table table)
    {
        List<IReadOnlyList<string>> rows = [.. table.Rows];
        if (table.Head is { } head)
            rows.Insert(0, head);
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Count; column++)
            {
                var isAmount = column == row.Count - 1;
                text.Append(isAmount ? row[column].PadLeft(widths[column]) : row[column].PadRight(widths[column] + 2));
            }

            text.Append('\n');
        }
    }
}

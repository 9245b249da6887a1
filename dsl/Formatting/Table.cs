using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Formatting;

/// <summary>
/// Shares or steps below each other: what earns to the left, its percentage to the right, and to the right of that what is added.
/// </summary>
internal sealed class Table
{
    private const string Between = "  ";

    // A name of a screen's width must not push every other row off the screen.
    private const int WidestName = 40;

    private readonly Dictionary<int, Row> rows = [];
    private int nameWidth;
    private int percentWidth;
    private int addedWidth;

    /// <summary>Adds a row. One that a comment runs through stays as it is.</summary>
    public void Add(IReadOnlyList<Piece> pieces, int start, int end)
    {
        var percent = start;
        while (percent < end && !pieces[percent].Text.EndsWith("%", StringComparison.Ordinal))
            percent++;
        var hasComment = Enumerable.Range(start + 1, end - start - 1).Any(i => pieces[i].Before.Comments.Count > 0);
        if (hasComment || percent == end)
            return;
        var name = Joined(pieces, start, percent);
        var added = percent + 2 < end ? Joined(pieces, percent + 2, end) : "";
        if (name.Length > WidestName || added.Length > WidestName)
            return;
        rows[start] = new Row(name, pieces[percent].Text, percent + 1 < end ? pieces[percent + 1].Text : "", added);
        nameWidth = Math.Max(nameWidth, name.Length);
        percentWidth = Math.Max(percentWidth, pieces[percent].Text.Length);
        addedWidth = Math.Max(addedWidth, added.Length);
    }

    /// <summary>The row that begins with a piece, whole; null where it does not stand in columns.</summary>
    public string? RowFrom(int start)
    {
        if (!rows.TryGetValue(start, out var row))
            return null;
        var line = row.Name.PadRight(nameWidth) + Between + row.Percent.PadLeft(percentWidth);
        return row.Plus.Length == 0 ? line : (line + " " + row.Plus + " " + row.Added.PadLeft(addedWidth)).TrimEnd();
    }

    private static string Joined(IReadOnlyList<Piece> pieces, int start, int end) =>
        string.Concat(Enumerable.Range(start, end - start).Select(i => (i == start || pieces[i].IsTight ? "" : " ") + pieces[i].Text));

    private sealed record Row(string Name, string Percent, string Plus, string Added);
}

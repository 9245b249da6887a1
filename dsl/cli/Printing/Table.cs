using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Cli.Printing;

/// <summary>Lines of columns: the first to the left, all others, which are amounts, to the right.</summary>
/// <param name="heads">The names of the columns.</param>
internal sealed class Table(params string[] heads)
{
    private readonly List<(string[] Cells, Ink Ink)> rows = [];

    public void Add(Ink ink, params string[] cells) => rows.Add((cells, ink));

    public void Print(Screen screen)
    {
        var widths = heads.Select((head, i) => rows.Select(row => row.Cells[i].Length).Append(head.Length).Max()).ToArray();
        Print(heads, widths, Ink.Strong, screen);
        foreach (var (cells, ink) in rows)
            Print(cells, widths, ink, screen);
    }

    private static void Print(string[] cells, int[] widths, Ink ink, Screen screen) =>
        screen.Line(string.Join("  ", cells.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd(), ink);
}

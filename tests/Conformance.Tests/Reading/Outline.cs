using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace CrmAddon.Conformance.Reading;

/// <summary>
/// Reads a case file as an outline: what is indented below a line belongs to it. Lines that begin with # are comments; an XML element
/// is one block, whatever its indentation.
/// </summary>
internal static partial class Outline
{
    public static List<Block> Read(string path, string name)
    {
        var lines = System.IO.File.ReadAllLines(path);
        var top = new List<Block>();
        var open = new Stack<Block>();
        for (var i = 0; i < lines.Length; i++)
        {
            var text = lines[i].Trim();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            var number = i + 1;
            var indent = lines[i].Length - lines[i].TrimStart().Length;
            if (text[0] == '<')
            {
                text = Element(lines, ref i, name);
            }

            var block = new Block(name, number, indent, text);
            while (open.Count > 0 && open.Peek().Indent >= indent)
            {
                open.Pop();
            }

            (open.Count > 0 ? open.Peek().Children : top).Add(block);
            if (!block.IsXml)
            {
                open.Push(block);
            }
        }

        return top;
    }

    /// <summary>The element that begins in a line, up to the line in which it ends.</summary>
    private static string Element(string[] lines, ref int i, string file)
    {
        var start = i;
        var tag = Tag().Match(lines[i].TrimStart()).Groups[1].Value;
        if (lines[i].TrimEnd().EndsWith("/>", StringComparison.Ordinal) && !lines[i].TrimStart()[1..].Contains('<', StringComparison.Ordinal))
        {
            return lines[i].Trim();
        }

        while (!lines[i].Contains("</" + tag + ">", StringComparison.Ordinal))
        {
            if (++i == lines.Length)
            {
                throw new CaseException(new Block(file, start + 1, 0, lines[start]), $"<{tag}> has no end.");
            }
        }

        return string.Join('\n', lines.Skip(start).Take(i - start + 1)).Trim();
    }

    [GeneratedRegex("^<([^ />]+)")]
    private static partial Regex Tag();
}

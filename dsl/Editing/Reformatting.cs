using System;
using System.Collections.Generic;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>The edit that brings a text into the language's layout: only the lines that change, so that carets and folds elsewhere stay.</summary>
internal static class Reformatting
{
    public static IReadOnlyList<TextEdit> Of(string text)
    {
        var result = RuleFormatter.Format(text);
        if (!result.Changed)
            return [];
        var formatted = result.Text;
        var start = SameLinesFromStart(text, formatted);
        var same = 0;
        var most = Math.Min(text.Length, formatted.Length) - start;
        while (same < most && text[text.Length - 1 - same] == formatted[formatted.Length - 1 - same])
            same++;
        // A line end of two characters is not taken apart.
        if (same > 0 && text[text.Length - same] == '\n')
            same--;
        return [new TextEdit(
            new LineMap(text).Range(start, text.Length - same - start), formatted.Substring(start, formatted.Length - same - start))];
    }

    private static int SameLinesFromStart(string left, string right)
    {
        var start = 0;
        for (var i = 0; i < left.Length && i < right.Length && left[i] == right[i]; i++)
        {
            if (left[i] == '\n')
                start = i + 1;
        }
        return start;
    }
}

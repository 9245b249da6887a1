using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Tests.Formatting;

/// <summary>A text's syntax tree without places: two texts with the same one are the same program.</summary>
internal static class SyntaxText
{
    /// <summary>The tree in words; null where the text can't be read.</summary>
    public static string? Of(string text)
    {
        var bag = new DiagnosticBag();
        var syntax = ProgramParser.Read(Lexer.Read(text, bag), bag);
        return bag.HasErrors ? null : Write(syntax);
    }

    private static string Write(object? value) => value switch
    {
        null => "-",
        string text => "'" + text + "'",
        Named named => "'" + named.Text + "'",
        decimal number => number.ToString("G29", CultureInfo.InvariantCulture),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        bool or Enum => value.ToString()!,
        ITuple tuple => "<" + string.Join(" ", Enumerable.Range(0, tuple.Length).Select(i => Write(tuple[i]))) + ">",
        IEnumerable items => "[" + string.Join(" ", items.Cast<object?>().Select(Write)) + "]",
        _ => value.GetType().Name + "(" + string.Join(" ", Members(value).Select(member => Write(member.GetValue(value)))) + ")\n",
    };

    private static IEnumerable<PropertyInfo> Members(object value) =>
        value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(member => member.PropertyType != typeof(TextRange) && member.GetIndexParameters().Length == 0);
}

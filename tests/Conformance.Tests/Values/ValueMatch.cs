using System;
using System.Globalization;
using System.Linq;
using CrmAddon.Conformance.Reading;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Values;

/// <summary>Whether a value is what a case expects.</summary>
internal static class ValueMatch
{
    /// <summary>Nothing expects no value, <c>*</c> any value.</summary>
    public static bool Is(Block block, object? actual, string expected, ColumnMetadata? column, Names names)
    {
        var bare = ValueText.Bare(actual);
        if (expected.Length == 0 || expected == "*")
        {
            return expected.Length == 0 ? bare is null : bare is not null;
        }

        return bare switch
        {
            null => false,
            string text => text == expected.Unquote(),
            int or long or double or decimal or Money => Number(bare, expected),
            bool flag => expected is "yes" or "true" ? flag : expected is "no" or "false" && !flag,
            DateTime date => date == Date(expected),
            OptionSetValue choice => choice.Value == Choice(expected, column),
            OptionSetValueCollection choices => choices.Select(c => (int?)c.Value).Order().SequenceEqual(
                expected.Trim('[', ']').At(',').Where(t => t.Length > 0).Select(t => Choice(t, column)).Order()),
            EntityReference row => names.TryRead(block, expected) is { } wanted && row.Id == wanted.Id && row.LogicalName == wanted.LogicalName,
            Guid id => id == (Guid.TryParse(expected, out var known) ? known : names.TryRead(block, expected)?.Id),
            _ => ValueText.Of(bare, names) == expected.Unquote(),
        };
    }

    private static bool Number(object actual, string expected)
    {
        if (!decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted))
        {
            return false;
        }

        return actual switch
        {
            Money money => money.Value == wanted,
            decimal number => number == wanted,
            double number => Math.Abs(number - (double)wanted) <= 1e-9 * Math.Max(1, Math.Abs((double)wanted)),
            _ => Convert.ToDecimal(actual, CultureInfo.InvariantCulture) == wanted,
        };
    }

    private static DateTime? Date(string text)
    {
        try
        {
            return ValueReader.Date(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static int? Choice(string text, ColumnMetadata? column)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return column?.Choice?.Options.FirstOrDefault(o => o.Label == text.Unquote())?.Value;
    }
}

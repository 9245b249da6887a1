using System.Text;

namespace CrmAddon.Rules.Formatting;

/// <summary>Numbers in the language's one way: whole digits in groups of three, no zero before them, decimals as they are written.</summary>
internal static class NumberWriting
{
    public static string Of(string written)
    {
        var percent = written.EndsWith("%", System.StringComparison.Ordinal);
        var digits = written.TrimEnd('%', ' ', '\t').Replace(",", "");
        var point = digits.IndexOf('.');
        var whole = (point < 0 ? digits : digits.Substring(0, point)).TrimStart('0');
        var number = new StringBuilder();
        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % 3 == 0)
                number.Append(',');
            number.Append(whole[i]);
        }
        if (whole.Length == 0)
            number.Append('0');
        if (point >= 0)
            number.Append(digits, point, digits.Length - point);
        return (percent ? number.Append('%') : number).ToString();
    }
}

using System.Globalization;
using System.Linq;
using CrmAddon.Local.Messages;

namespace CrmAddon.Local.Query.Reading;

/// <summary>The names of links in the answer.</summary>
internal static class LinkAlias
{
    /// <summary>The link's own alias, or the table's name with the link's number in the query: <c>account1</c>.</summary>
    public static string Of(string table, string? alias, int number)
    {
        if (alias is null)
        {
            return table + number.ToString(CultureInfo.InvariantCulture);
        }

        return (char.IsAsciiLetter(alias[0]) || alias[0] == '_') && alias.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.')
            ? alias
            : throw Faults.Create(
                QueryErrors.InvalidAlias,
                $"Invalid character specified for alias: {alias}. Only characters within the ranges [A-Z], [a-z] or [0-9] or _ are allowed.  The first character may only be in the ranges [A-Z], [a-z] or _.");
    }
}

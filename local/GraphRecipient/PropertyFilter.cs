using System.Text.RegularExpressions;

namespace CrmAddon.Local.GraphRecipient;

/// <summary>The one kind of <c>$filter</c> that this mailbox knows: messages with a value of an extended property.</summary>
internal static partial class PropertyFilter
{
    public static (string Property, string Value) Read(string? filter)
    {
        var match = Form().Match(filter ?? "");
        return match.Success
            ? (match.Groups["id"].Value, match.Groups["value"].Value)
            : throw new GraphException(400, "ErrorInvalidUrlQueryFilter", "This recipient filters by a single value extended property only.");
    }

    [GeneratedRegex(@"^singleValueExtendedProperties/any\(\s*(?<v>\w+)\s*:\s*\k<v>/id eq '(?<id>[^']*)' and \k<v>/value eq '(?<value>[^']*)'\s*\)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

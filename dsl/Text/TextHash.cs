using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrmAddon.Rules.Text;

internal static class TextHash
{
    /// <summary>SHA-256 of the text with its line ends as LF, so that the same program has the same hash on every system.</summary>
    public static string Of(string text)
    {
        var normal = text.Replace("\r\n", "\n").Replace('\r', '\n');
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(normal));
        var hex = new StringBuilder(hash.Length * 2);
        foreach (var part in hash)
            hex.Append(part.ToString("x2", CultureInfo.InvariantCulture));
        return hex.ToString();
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrmAddon.Plugins.Dataverse;

/// <summary>SHA-256 of a text in UTF-8, in lower-case hexadecimal.</summary>
internal static class Sha256Text
{
    public static string Of(string text)
    {
        using var sha = SHA256.Create();
        var hex = new StringBuilder(64);
        foreach (var value in sha.ComputeHash(Encoding.UTF8.GetBytes(text)))
            hex.Append(value.ToString("x2", CultureInfo.InvariantCulture));

        return hex.ToString();
    }
}

using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace CrmAddon.Worker.Deployment.Given;

/// <summary>
/// Tells the contents of zip files apart. Times, order and compression don't count: they change with every build of the same sources.
/// </summary>
internal static class ContentHash
{
    /// <summary>The hash of those parts that count.</summary>
    public static string Of(byte[] file, Func<string, bool> counts)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in zip.Entries.Where(part => counts(part.FullName)).OrderBy(part => part.FullName, StringComparer.Ordinal))
        {
            using var stream = part.Open();
            all.AppendData(Encoding.UTF8.GetBytes(part.FullName + "\n"));
            all.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}

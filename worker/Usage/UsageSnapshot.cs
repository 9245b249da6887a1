using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace CrmAddon.Worker.Usage;

/// <summary>
/// All that a file says about one billing period of one billing account. Providers send an open period again and again; a
/// snapshot is therefore taken whole: it replaces what an earlier one of the same source and billing month said.
/// </summary>
public sealed class UsageSnapshot
{
    /// <summary>What stands between a source and the name of corrections to it.</summary>
    internal const string DeltaMark = "#delta-";

    // Enough of the hash to tell the corrections of one billing period apart.
    private const int NameLength = 16;

    internal UsageSnapshot(string source, DateOnly billingMonth, IReadOnlyList<UsageSum> sums)
    {
        Source = source;
        BillingMonth = billingMonth;
        Sums = sums;
        Id = Fingerprint(sums);
    }

    /// <summary>Provider and billing account; for corrections to be added, followed by <see cref="DeltaMark"/> and what names them.</summary>
    public string Source { get; }

    /// <summary>First day of the month in which the billing period began.</summary>
    public DateOnly BillingMonth { get; }

    /// <summary>Its sums, in the order of their keys.</summary>
    public IReadOnlyList<UsageSum> Sums { get; }

    /// <summary>
    /// SHA-256 of its keys and sums, in hexadecimal: the same content has the same id, whatever the order of its rows and
    /// whether it came as CSV or Parquet.
    /// </summary>
    public string Id { get; }

    /// <summary>How many rows of the file it sums.</summary>
    public long Rows => Sums.Sum(sum => sum.Rows);

    /// <summary>The same sums as corrections: a source of their own, named by their content, beside what they correct.</summary>
    internal UsageSnapshot AsDelta() => new(Source + DeltaMark + Id[..NameLength], BillingMonth, Sums);

    /// <summary>Divides the sums of a file into its snapshots, ordered by source and month.</summary>
    internal static IReadOnlyList<UsageSnapshot> Of(IEnumerable<UsageSum> sums) =>
        [.. sums
            .OrderBy(sum => sum.Key.Source, StringComparer.Ordinal)
            .ThenBy(sum => sum.Key.BillingMonth)
            .ThenBy(sum => sum.Key.SubAccount, StringComparer.Ordinal)
            .ThenBy(sum => sum.Key.Service, StringComparer.Ordinal)
            .ThenBy(sum => sum.Key.ChargeMonth)
            .GroupBy(sum => (sum.Key.Source, sum.Key.BillingMonth))
            .Select(group => new UsageSnapshot(group.Key.Source, group.Key.BillingMonth, [.. group]))];

    private static string Fingerprint(IEnumerable<UsageSum> sums)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var sum in sums)
        {
            // The unit separator stands in no account id, so that no two different rows give the same text.
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001f', sum.Key.Source, sum.Key.SubAccount, sum.Key.Service,
                UsageMonth.Text(sum.Key.ChargeMonth), UsageMonth.Text(sum.Key.BillingMonth), sum.Cost.ToString(),
                sum.Rows.ToString(CultureInfo.InvariantCulture)) + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

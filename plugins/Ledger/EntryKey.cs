using System.Globalization;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Ledger;

/// <summary>The natural key of an entry: the same event twice finds the same row.</summary>
internal static class EntryKey
{
    /// <summary>Length of cov_entry.cov_key.</summary>
    public const int Length = 300;

    public static string Of(string program, EntryLine line, Month booked, bool isAdjustment)
    {
        var key = string.Join("|",
            program, line.Partner, line.Subject.ToString("D", CultureInfo.InvariantCulture), line.Role, RuleOf(line),
            line.Earned, booked, line.IsClawback ? "Clawback" : isAdjustment ? "Adjustment" : "Accrual") + (line.IsHold ? "|hold" : "");
        return key.Length <= Length ? key : Shortened(key);
    }

    /// <summary>The rule, and the product where it pays per product.</summary>
    public static string RuleOf(EntryLine line) => line.Product.Length == 0 ? line.Rule : line.Rule + "|of " + line.Product;

    // A rule may have a long name; the key keeps its readable start and stays unique by the hash of the whole.
    private static string Shortened(string key)
    {
        var hash = Sha256Text.Of(key);
        return key.Substring(0, Length - hash.Length - 1) + "#" + hash;
    }
}

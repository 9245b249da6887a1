using System.Globalization;

namespace CrmAddon.Plugins.Ledger;

/// <summary>Names what a partner earned by one rule on one deal or customer, whether payable or held.</summary>
internal static class CapKey
{
    public static string Of(EntryLine line) =>
        string.Join("|", line.Partner, line.Subject.ToString("D", CultureInfo.InvariantCulture), line.Role, EntryKey.RuleOf(line));
}

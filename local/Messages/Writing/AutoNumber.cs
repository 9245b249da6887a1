using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>Fills an autonumber format: <c>{SEQNUM:6}</c>, <c>{RANDSTRING:4}</c>, <c>{DATETIMEUTC:yyyyMMdd}</c>.</summary>
internal sealed partial class AutoNumber(Organization organization)
{
    // The platform starts every sequence here.
    private const long First = 1000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public string Next(TableMetadata table, ColumnMetadata column) => Placeholder().Replace(column.AutoNumberFormat!, m =>
    {
        var argument = m.Groups["argument"].Value;
        return m.Groups["kind"].Value switch
        {
            "SEQNUM" => organization.Counters.Next($"{table.Name}.{column.Name}", First)
                .ToString("D" + argument, CultureInfo.InvariantCulture),
            "RANDSTRING" => RandomNumberGenerator.GetString(Alphabet, int.Parse(argument, CultureInfo.InvariantCulture)),
            _ => organization.Now.ToString(argument, CultureInfo.InvariantCulture),
        };
    });

    [GeneratedRegex(@"\{(?<kind>SEQNUM|RANDSTRING|DATETIMEUTC):(?<argument>[^}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>
/// Fills an autonumber format: <c>{SEQNUM:6}</c> is the least number of digits, <c>{RANDSTRING:4}</c> has 1 to 6 letters and digits,
/// <c>{DATETIMEUTC:yyyyMMdd}</c> takes the date formats of .NET.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/power-apps/developer/data-platform/create-auto-number-attributes">Create autonumber columns</see></remarks>
internal sealed partial class AutoNumber(Organization organization)
{
    // The platform starts every sequence here.
    private const long First = 1000;
    private const int LongestRandom = 6;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>The value of a new row.</summary>
    public string Next(TableMetadata table, ColumnMetadata column) => Placeholder().Replace(column.AutoNumberFormat!, m =>
    {
        var argument = m.Groups["argument"].Value;
        return m.Groups["kind"].Value switch
        {
            "SEQNUM" => Take(table, column).ToString("D" + Length(table, column, argument, 18).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            "RANDSTRING" => RandomNumberGenerator.GetString(Alphabet, Length(table, column, argument, LongestRandom)),
            _ => organization.Now.ToString(argument, CultureInfo.InvariantCulture),
        };
    });

    /// <summary>Takes the next number of the column's sequence.</summary>
    public long Take(TableMetadata table, ColumnMetadata column) => organization.Counters.Next(Sequence(table, column), First);

    /// <summary>The number that the column's sequence gives next.</summary>
    public long Seed(TableMetadata table, ColumnMetadata column) => organization.Counters.Peek(Sequence(table, column), First);

    /// <summary>Says which number the column's sequence gives next.</summary>
    public void SetSeed(TableMetadata table, ColumnMetadata column, long number) => organization.Counters.SetNext(Sequence(table, column), number);

    private static string Sequence(TableMetadata table, ColumnMetadata column) => $"{table.Name}.{column.Name}";

    // The platform checks a format when it is used, not when the column is made.
    private static int Length(TableMetadata table, ColumnMetadata column, string argument, int longest) =>
        int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length >= 1 && length <= longest
            ? length
            : throw Faults.Argument($"Invalid Argument: the autonumber format '{column.AutoNumberFormat}' of '{table.Name}.{column.Name}' has the length '{argument}'; 1 to {longest} can be.");

    [GeneratedRegex(@"\{(?<kind>SEQNUM|RANDSTRING|DATETIMEUTC):(?<argument>[^}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}

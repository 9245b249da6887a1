using System.Globalization;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>Row versions as callers hand them in.</summary>
internal static class RowVersions
{
    public static long Expected(string? rowVersion) =>
        long.TryParse(rowVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw Faults.Create(
                ErrorCodes.ConcurrencyVersionNotProvided,
                "The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches.");
}

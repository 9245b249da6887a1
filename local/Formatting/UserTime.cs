using System;
using System.Collections.Generic;

namespace CrmAddon.Local.Formatting;

/// <summary>The time zones that users chose in their settings; UTC for those who chose none.</summary>
internal sealed class UserTime
{
    private const string Table = "usersettings";
    private const string Column = "timezonecode";
    private readonly Organization _organization;
    private readonly Dictionary<Guid, TimeZoneInfo> _known = [];

    public UserTime(Organization organization)
    {
        _organization = organization;
        organization.Rows.Changed += (table, _) =>
        {
            if (table == Table)
            {
                _known.Clear();
            }
        };
        organization.Transactions.RolledBack += _known.Clear;
    }

    /// <summary>The user's zone.</summary>
    public TimeZoneInfo ZoneOf(Guid user)
    {
        if (!_known.TryGetValue(user, out var zone))
        {
            zone = Read(user);
            _known.Add(user, zone);
        }

        return zone;
    }

    private TimeZoneInfo Read(Guid user)
    {
        if (_organization.Metadata.Find(Table) is not { } table || table.Find(Column) is not { } column)
        {
            return TimeZoneInfo.Utc;
        }

        return _organization.Rows.Read(table, user, [column])?.GetAttributeValue<int?>(Column) is { } code
            ? TimeZoneCodes.Find(code) ?? TimeZoneInfo.Utc
            : TimeZoneInfo.Utc;
    }
}

using System;
using System.Collections.Generic;
using CrmAddon.Local.Messages;

namespace CrmAddon.Local.Security;

/// <summary>Users and teams with what they may do, read once and kept until a row that decides it is written.</summary>
internal sealed class Principals
{
    private readonly Dictionary<Guid, Principal> _cache = [];
    private readonly HashSet<string> _decisive = new(StringComparer.Ordinal)
    {
        "systemuser", "team", "businessunit", "role", "roleprivileges", "systemuserroles", "teamroles", "teammembership",
        "fieldsecurityprofile", "fieldpermission", "systemuserprofiles", "teamprofiles",
    };

    private readonly PrincipalReader _reader;

    public Principals(Organization organization)
    {
        Units = new BusinessUnits(organization);
        Privileges = new RolePrivileges(organization);
        _reader = new PrincipalReader(organization, new ReachBuilder(Units, Privileges));
        organization.Transactions.RolledBack += Forget;
    }

    public BusinessUnits Units { get; }

    public RolePrivileges Privileges { get; }

    /// <summary>Called when rows of a table were written.</summary>
    public void Written(string table)
    {
        if (_decisive.Contains(table))
        {
            Forget();
        }
    }

    /// <exception cref="System.ServiceModel.FaultException{T}">There is no such user.</exception>
    public Principal User(Guid id) => Find("systemuser", id) ?? throw Faults.MissingRow("systemuser", id);

    public Principal? Find(string table, Guid id)
    {
        if (!_cache.TryGetValue(id, out var principal))
        {
            principal = table == "team" ? _reader.Team(id) : _reader.User(id);
            if (principal is null)
            {
                return null;
            }

            _cache.Add(id, principal);
        }

        return principal.Table == table ? principal : null;
    }

    private void Forget()
    {
        _cache.Clear();
        Privileges.Forget();
        Units.Forget();
    }
}

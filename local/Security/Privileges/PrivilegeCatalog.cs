using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Solutions.Messages;

namespace CrmAddon.Local.Security;

/// <summary>
/// All privileges: those of each table, those of tasks that this runtime asks for, and any other that a solution's role names.
/// <see href="https://learn.microsoft.com/power-platform/admin/security-roles-privileges">Security roles and privileges</see>
/// </summary>
internal sealed class PrivilegeCatalog
{
    public const string ActOnBehalf = "prvActOnBehalfOfAnotherUser";
    public const string AssignRole = "prvAssignRole";

    private static readonly string[] Tasks = [ActOnBehalf, AssignRole, "prvBypassCustomPlugins", "prvBypassCustomBusinessLogic", SolutionPrivileges.Import, SolutionPrivileges.Export, SolutionPrivileges.Publish];

    private static readonly AccessRight[] OfEveryTable =
        [AccessRight.Create, AccessRight.Read, AccessRight.Write, AccessRight.Delete, AccessRight.Append, AccessRight.AppendTo];

    private static readonly AccessRight[] OfOwnedRows = [.. OfEveryTable, AccessRight.Assign, AccessRight.Share];

    private readonly Dictionary<string, Privilege> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, Privilege> _byId = [];
    private readonly Dictionary<TableMetadata, Dictionary<AccessRight, Privilege>> _byTable = [];

    public PrivilegeCatalog(SolutionMetadata metadata)
    {
        foreach (var table in metadata.Tables.Values)
        {
            if (!table.IsIntersect)
            {
                AddTable(table);
            }
        }

        foreach (var task in Tasks)
        {
            Add(task, AccessRight.None);
        }

        foreach (var api in metadata.CustomApis.Values)
        {
            if (api.Privilege is { } privilege)
            {
                Add(privilege, AccessRight.None);
            }
        }

        foreach (var role in metadata.Roles)
        {
            foreach (var privilege in role.Privileges)
            {
                Add(privilege.Name, AccessRight.None);
            }
        }
    }

    public IReadOnlyCollection<Privilege> All => _byId.Values;

    public Privilege? Find(string name) => _byName.GetValueOrDefault(name);

    public Privilege? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>The privilege that an action on rows of this table takes; null where it takes none (reading tables without an owner).</summary>
    public Privilege? Find(TableMetadata table, AccessRight right) =>
        table.Ownership == TableOwnership.None && right == AccessRight.Read ? null : _byTable.GetValueOrDefault(table)?.GetValueOrDefault(right);

    /// <summary>The actions that privileges exist for.</summary>
    public static IReadOnlyList<AccessRight> RightsOf(TableMetadata table) => table.Ownership switch
    {
        TableOwnership.User => OfOwnedRows,
        _ => OfEveryTable,
    };

    private void AddTable(TableMetadata table)
    {
        var rights = new Dictionary<AccessRight, Privilege>();
        foreach (var right in RightsOf(table))
        {
            rights[right] = Add($"prv{right}{table.PrivilegeName}", right);
        }

        _byTable.Add(table, rights);
    }

    private Privilege Add(string name, AccessRight right)
    {
        if (!_byName.TryGetValue(name, out var privilege))
        {
            privilege = new Privilege(IdOf(name), name, right);
            _byName.Add(name, privilege);
            _byId.Add(privilege.Id, privilege);
        }

        return privilege;
    }

    private static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name.ToLowerInvariant())).AsSpan(0, 16));
}

using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Security;

/// <summary>With whom single rows are shared: the rows of <c>principalobjectaccess</c>.</summary>
internal sealed class Shares
{
    public const string Table = "principalobjectaccess";
    private const string Rights = "coalesce(accessrightsmask, 0) | coalesce(inheritedaccessrightsmask, 0)";

    private readonly Organization _organization;

    // Most tables are never shared: their queries need not look for shares.
    private readonly Dictionary<string, bool> _used = new(StringComparer.Ordinal);

    public Shares(Organization organization)
    {
        _organization = organization;
        organization.Transactions.RolledBack += _used.Clear;
    }

    /// <summary>Whether any row of the table is shared with anybody.</summary>
    public bool AnyOf(TableMetadata table)
    {
        if (!_used.TryGetValue(table.Name, out var used))
        {
            used = _organization.Database.Prepare($"SELECT 1 FROM {Table} WHERE objecttypecode = @0 LIMIT 1").Value(table.Name) is not null;
            _used.Add(table.Name, used);
        }

        return used;
    }

    /// <summary>Called when shares were written.</summary>
    public void Written() => _used.Clear();

    /// <summary>The rights shared with a principal or one of his teams, directly or by a row above.</summary>
    public AccessRight Of(TableMetadata table, Guid row, Principal principal)
    {
        if (!AnyOf(table))
        {
            return AccessRight.None;
        }

        var rights = AccessRight.None;
        foreach (var name in principal.Names)
        {
            rights |= (AccessRight)((long?)_organization.Database
                .Prepare($"SELECT {Rights} FROM {Table} WHERE objectid = @0 AND principalid = @1")
                .Value(Cells.ToBytes(row), Cells.ToBytes(name)) ?? 0);
        }

        return rights;
    }

    /// <summary>Everybody with whom a row is shared.</summary>
    public List<Share> Of(Guid row) => _organization.Database
        .Prepare($"SELECT principalobjectaccessid, principalid, principaltypecode, coalesce(accessrightsmask, 0), coalesce(inheritedaccessrightsmask, 0) FROM {Table} WHERE objectid = @0")
        .List([Cells.ToBytes(row)], r => new Share(
            Cells.ToGuid(r.GetFieldValue<byte[]>(0)), Cells.ToGuid(r.GetFieldValue<byte[]>(1)), r.GetString(2), (AccessRight)r.GetInt64(3), (AccessRight)r.GetInt64(4)));

    /// <summary>Sets what is shared with one principal; nothing at all ends the share. False where it was so already.</summary>
    public bool Set(TableMetadata table, Guid row, string principalTable, Guid principal, Func<Share, Share> change)
    {
        var now = Of(row).Find(s => s.Principal == principal);
        var next = change(now ?? new Share(Guid.Empty, principal, principalTable, AccessRight.None, AccessRight.None));
        if (next == now || (now is null && next.Own == AccessRight.None && next.Inherited == AccessRight.None))
        {
            return false;
        }

        var shares = _organization.Table(Table);
        if (next.Own == AccessRight.None && next.Inherited == AccessRight.None)
        {
            _organization.Rows.Delete(shares, now!.Id);
        }
        else if (now is not null)
        {
            _organization.Rows.Update(shares, now.Id, Cell(next));
        }
        else
        {
            List<Cell> cells = Cell(next);
            cells.Add(new Cell("principalobjectaccessid", Cells.ToBytes(Guid.CreateVersion7(_organization.Options.Clock.GetUtcNow()))));
            cells.Add(new Cell("objectid", Cells.ToBytes(row)));
            cells.Add(new Cell("objecttypecode", table.Name));
            cells.Add(new Cell("principalid", Cells.ToBytes(principal)));
            cells.Add(new Cell("principaltypecode", principalTable));
            _organization.Rows.Insert(shares, cells);
        }

        _used.Clear();
        return true;
    }

    /// <summary>Called when a row is gone.</summary>
    public void ForgetRow(Guid row) => Remove("objectid", row);

    /// <summary>Called when a user or team is gone.</summary>
    public void ForgetPrincipal(Guid principal) => Remove("principalid", principal);

    private void Remove(string column, Guid id)
    {
        if (_organization.Database.Run($"DELETE FROM {Table} WHERE {column} = @0", Cells.ToBytes(id)) > 0)
        {
            _used.Clear();
        }
    }

    private List<Cell> Cell(Share share) =>
    [
        new("accessrightsmask", (long)share.Own),
        new("inheritedaccessrightsmask", (long)share.Inherited),
        new("changedon", Dates.ToText(_organization.Now, DateBehavior.UserLocal)),
        new("versionnumber", _organization.Counters.NextVersion()),
    ];
}

/// <summary>What of a row is shared with one user or team.</summary>
/// <param name="Id">The row of principalobjectaccess.</param>
/// <param name="Principal">The user or team.</param>
/// <param name="PrincipalTable"><c>systemuser</c> or <c>team</c>.</param>
/// <param name="Own">Shared by somebody.</param>
/// <param name="Inherited">Came with the share of a row above.</param>
internal sealed record Share(Guid Id, Guid Principal, string PrincipalTable, AccessRight Own, AccessRight Inherited);

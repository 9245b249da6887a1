using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Security;

/// <summary>The tree of business units.</summary>
internal sealed class BusinessUnits(Organization organization)
{
    private ILookup<Guid, Guid>? _children;
    private int _count;

    public void Forget() => _children = null;

    /// <summary>Whether nothing is outside these business units.</summary>
    public bool AreAll(IReadOnlyCollection<Guid> units)
    {
        _ = Children;
        return units.Count >= _count;
    }

    /// <summary>A business unit and all below it.</summary>
    public IReadOnlyList<Guid> Below(Guid unit)
    {
        List<Guid> units = [unit];
        for (var i = 0; i < units.Count; i++)
        {
            foreach (var child in Children[units[i]])
            {
                if (!units.Contains(child))
                {
                    units.Add(child);
                }
            }
        }

        return units;
    }

    private ILookup<Guid, Guid> Children
    {
        get
        {
            if (_children is null)
            {
                var units = organization.Database.Prepare("SELECT businessunitid, parentbusinessunitid FROM businessunit").List(
                    [], r => (Id: Cells.ToGuid(r.GetFieldValue<byte[]>(0)), Parent: r.IsDBNull(1) ? Guid.Empty : Cells.ToGuid(r.GetFieldValue<byte[]>(1))));
                _count = units.Count;
                _children = units.ToLookup(u => u.Parent, u => u.Id);
            }

            return _children;
        }
    }
}

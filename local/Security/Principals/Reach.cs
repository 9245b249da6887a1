using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Security;

/// <summary>The rows that one privilege of a principal reaches, put together of all his roles.</summary>
internal sealed class Reach
{
    /// <summary>All rows of the organization.</summary>
    public bool Everything { get; set; }

    /// <summary>Rows of these business units.</summary>
    public HashSet<Guid> BusinessUnits { get; } = [];

    /// <summary>Rows that these users and teams own.</summary>
    public HashSet<Guid> Owners { get; } = [];

    /// <summary>The greatest depth of the principal's own roles; null where the privilege comes from his teams only.</summary>
    public AccessDepth? OwnDepth { get; set; }

    /// <summary>The greatest depth, whichever way it came.</summary>
    public AccessDepth Depth { get; set; }

    public bool Covers(Guid owner, Guid businessUnit) => Everything || Owners.Contains(owner) || BusinessUnits.Contains(businessUnit);
}

using System;

namespace CrmAddon.Local.Security;

/// <summary>What a field security profile allows with one secured column.</summary>
[Flags]
internal enum ColumnRights
{
    None = 0,
    Read = 1,
    Create = 2,
    Update = 4,
}

using System;

namespace CrmAddon.Local.Security;

/// <summary>What can be done with a row. The numbers are those of the platform's <c>AccessRights</c>, as shares are stored with them.</summary>
[Flags]
internal enum AccessRight
{
    None = 0,
    Read = 1,
    Write = 2,
    Append = 4,
    AppendTo = 16,
    Create = 32,
    Delete = 0x10000,
    Share = 0x40000,
    Assign = 0x80000,
}

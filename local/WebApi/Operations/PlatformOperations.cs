using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>
/// The platform's own functions and actions that the local Dataverse carries out.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/functions">Functions</see>,
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/actions">actions</see>
/// </summary>
internal sealed class PlatformOperations(ApiService api)
{
    private readonly List<PlatformOperation> _all =
    [
        .. OrganizationOperations.All(api), .. RowOperations.All(), .. SharingOperations.All(), .. RoleOperations.All(), .. SolutionOperations.All(),
    ];

    public IReadOnlyList<PlatformOperation> All => _all;

    public PlatformOperation? Find(string name, string? boundTable) => _all.Find(o =>
        o.Name == name && (boundTable is null ? o.BoundTo.Length == 0 : o.BoundTo.Contains(boundTable)));
}

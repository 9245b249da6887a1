using System;
using System.Collections.Generic;

namespace CrmAddon.Local.WebApi.Serving;

/// <summary>What <c>--serve</c> opens and where it listens.</summary>
/// <param name="Database">The SQLite file; made when missing, kept afterwards.</param>
/// <param name="Port">The port on the loopback address; 0 takes a free one.</param>
/// <param name="Solutions">Unpacked solutions besides the carried ones, in order.</param>
/// <param name="IsThrottled">Whether users are kept to the platform's service protection limits.</param>
/// <param name="PortalContact">The contact who visits the portal until somebody signs in.</param>
internal sealed record ServeOptions(string Database, int Port, IReadOnlyList<string> Solutions, bool IsThrottled, Guid? PortalContact)
{
    /// <summary>Rows to load first: folders or zip files of the Configuration Migration tool.</summary>
    public IReadOnlyList<string> Data { get; init; } = [];

    /// <summary>Whether the add-on is left out: solutions come by import.</summary>
    public bool IsEmpty { get; init; }
}

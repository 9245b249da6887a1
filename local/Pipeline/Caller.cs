using System;
using CrmAddon.Local.Portal;

namespace CrmAddon.Local.Pipeline;

/// <summary>On whose behalf a request runs, and the step that sent it (null for a client).</summary>
internal readonly record struct Caller(Guid UserId, Guid InitiatingUserId, PluginContext? Parent)
{
    /// <summary>The visitor of the portal for whom the system user sends the request; null for everybody else.</summary>
    public PortalUser? Portal { get; init; }

    public int Depth => (Parent?.Depth ?? 0) + 1;

    /// <summary>Whether a synchronous step, or one below it, sent the request.</summary>
    public bool IsSynchronousStep => Parent is { Mode: 0 };
}

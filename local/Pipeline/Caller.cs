using System;

namespace CrmAddon.Local.Pipeline;

/// <summary>On whose behalf a request runs, and the step that sent it (null for a client).</summary>
internal readonly record struct Caller(Guid UserId, Guid InitiatingUserId, PluginContext? Parent)
{
    public int Depth => (Parent?.Depth ?? 0) + 1;

    /// <summary>Whether a synchronous step, or one below it, sent the request.</summary>
    public bool IsSynchronousStep => Parent is { Mode: 0 };
}

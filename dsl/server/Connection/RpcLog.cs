using System.Diagnostics;
using System.IO;
using StreamJsonRpc;

namespace CrmAddon.Rules.LanguageServer.Connection;

/// <summary>The log of what has no answer, such as a notification that can't be read.</summary>
internal static class RpcLog
{
    public static TraceSource To(TextWriter log)
    {
        var source = new TraceSource("rpc", SourceLevels.Warning);
        source.Listeners.Clear();
        source.Listeners.Add(new TextWriterTraceListener(log) { Filter = new Worth() });
        return source;
    }

    // Clients tell of much that a server need not know: initialized, $/setTrace, changes of their configuration.
    private sealed class Worth : TraceFilter
    {
        public override bool ShouldTrace(
            TraceEventCache? cache, string source, TraceEventType eventType, int id, string? formatOrMessage, object?[]? args,
            object? data1, object?[]? data) => id != (int)JsonRpc.TraceEvents.RequestWithoutMatchingTarget;
    }
}

using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading.Tasks;
using CrmAddon.Rules.LanguageServer.Documents;

namespace CrmAddon.Rules.LanguageServer.Checking;

/// <summary>
/// Checks documents when typing pauses. The newest version of a document wins: versions that came while another was waiting or being
/// checked are left out but for the last one, and what a version came to that is not the newest any more is not published.
/// </summary>
internal sealed class CheckQueue(DocumentStore documents, Func<OpenDocument, Task> publish, TextWriter log)
{
    private const int PauseInMilliseconds = 150;

    private readonly ConcurrentDictionary<string, Waiting> waiting = new();

    /// <summary>Checks a version when nothing has come for a while, or at once where nobody is typing yet.</summary>
    public void Add(OpenDocument document, bool atOnce)
    {
        var one = waiting.GetOrAdd(document.Uri, _ => new Waiting());
        if (one.Put(document, Environment.TickCount64 + (atOnce ? 0 : PauseInMilliseconds)))
            _ = Task.Run(() => CheckAllAsync(one));
    }

    /// <summary>Forgets a document that was closed.</summary>
    public void Remove(string uri) => waiting.TryRemove(uri, out _);

    private async Task CheckAllAsync(Waiting one)
    {
        while (one.Take(Environment.TickCount64, out var wait) is var document && (document is not null || wait > 0))
        {
            if (document is null)
                await Task.Delay(wait).ConfigureAwait(false);
            else
                await CheckAsync(document).ConfigureAwait(false);
        }
    }

    private async Task CheckAsync(OpenDocument document)
    {
        try
        {
            if (!IsNewest(document))
                return;
            _ = document.Content.Check;
            if (IsNewest(document))
                await publish(document).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Nobody awaits this: a fault that is not logged is lost, and the next version is still to be checked.
        catch (Exception fault)
        {
            await log.WriteLineAsync($"The check of {document.Uri} failed: {fault}").ConfigureAwait(false);
        }
#pragma warning restore CA1031
    }

    private bool IsNewest(OpenDocument document) => documents.TryGet(document.Uri, out var newest) && newest == document;

    /// <summary>The version of one document that waits for its check.</summary>
    private sealed class Waiting
    {
        private readonly object gate = new();
        private OpenDocument? newest;
        private long due;
        private bool isTaken;

        /// <summary>Takes the place of what waits; true where nobody looks after it yet.</summary>
        public bool Put(OpenDocument document, long when)
        {
            lock (gate)
            {
                newest = document;
                due = when;
                var isFirst = !isTaken;
                isTaken = true;
                return isFirst;
            }
        }

        /// <summary>The version that is due, or how long to wait for it; neither where nothing waits any more.</summary>
        public OpenDocument? Take(long now, out int wait)
        {
            lock (gate)
            {
                wait = newest is null ? 0 : (int)long.Max(0, due - now);
                isTaken = newest is not null;
                if (newest is null || wait > 0)
                    return null;
                var taken = newest;
                newest = null;
                return taken;
            }
        }
    }
}

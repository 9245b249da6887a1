using System;
using System.Collections.Generic;
using System.Text;

namespace CrmAddon.Local.Pipeline;

/// <summary>
/// What one execution traced. Older lines go when there is too much, so that the most recent ones are kept.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/logging-tracing"/>
/// </summary>
internal sealed class TraceText(int? mostCharacters)
{
    private readonly Queue<string> _lines = [];
    private readonly object _writing = new();
    private int _length;

    public void Add(string? line)
    {
        lock (_writing)
        {
            _lines.Enqueue(line ?? string.Empty);
            _length += LengthOf(line);
            while (_length > mostCharacters && _lines.Count > 1)
            {
                _length -= LengthOf(_lines.Dequeue());
            }
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        lock (_writing)
        {
            foreach (var line in _lines)
            {
                text.AppendLine(line);
            }
        }

        return mostCharacters is { } most && text.Length > most ? text.ToString(text.Length - most, most) : text.ToString();
    }

    private static int LengthOf(string? line) => (line?.Length ?? 0) + Environment.NewLine.Length;
}

using System;

namespace CrmAddon.Worker.Usage.Focus;

/// <summary>Reads a file row by row.</summary>
public interface IFocusReader : IDisposable
{
    /// <summary>Where the columns stand.</summary>
    FocusHeader Header { get; }

    /// <summary>
    /// Whether the file ended in the middle of a row, known when the last row was read: it was probably cut short on its way.
    /// </summary>
    bool EndsInsideRow { get; }

    /// <summary>Reads the next row into <paramref name="record"/>.</summary>
    /// <returns>False when there are no more rows.</returns>
    bool Read(FocusRecord record);
}

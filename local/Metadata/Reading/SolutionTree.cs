using System;
using System.Collections.Generic;
using System.IO;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>
/// The files of an unpacked solution, wherever they are kept. Paths go from the solution's root and have slashes; names are found whatever
/// their case, since solutions come from Windows.
/// </summary>
internal abstract class SolutionTree
{
    /// <summary>Whether there is such a folder.</summary>
    public abstract bool Has(string folder);

    /// <summary>The files of a folder, in the order of their names.</summary>
    /// <param name="folder">The folder; empty for the root.</param>
    /// <param name="name">A name, or <c>*.xml</c>.</param>
    /// <param name="below">Whether the folders below count as well.</param>
    public abstract IEnumerable<SolutionFile> Files(string folder, string name, bool below = false);
}

/// <summary>One file of a solution.</summary>
/// <param name="Path">From the solution's root, with slashes.</param>
/// <param name="Place">What a message calls it.</param>
/// <param name="Open">Opens it for reading; the stream knows its length.</param>
internal sealed record SolutionFile(string Path, string Place, Func<Stream> Open)
{
    /// <summary>The folder that it lies in.</summary>
    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";

    public byte[] Bytes()
    {
        using var stream = Open();
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

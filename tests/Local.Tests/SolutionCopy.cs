using System;
using System.IO;
using System.Linq;

namespace CrmAddon.Local.Tests;

/// <summary>The fixture's solution in a folder of its own, to change.</summary>
internal sealed class SolutionCopy : IDisposable
{
    public SolutionCopy()
    {
        Path = Directory.CreateTempSubdirectory("crmaddon-solution-").FullName;
        foreach (var file in Directory.EnumerateFiles(World.Fixture, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(World.Fixture, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Path { get; }

    /// <summary>Replaces a text once and says in which line.</summary>
    public int Change(string file, string from, string to)
    {
        var path = System.IO.Path.Combine(Path, file.Replace('/', System.IO.Path.DirectorySeparatorChar));
        var text = File.ReadAllText(path);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidOperationException($"{file} does not have {from}.");
        }

        File.WriteAllText(path, text[..at] + to + text[(at + from.Length)..]);
        return text[..at].Count(c => c == '\n') + 1;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

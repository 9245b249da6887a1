using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CrmAddon.Conformance.Reading;

/// <summary>One case file: the world that it describes (tables, people, rows) and its cases.</summary>
internal sealed class CaseFile
{
    private const string Used = "use";

    private CaseFile(string name, List<Block> world, List<Case> cases)
    {
        Name = name;
        World = world;
        Cases = cases;
    }

    /// <summary>The path below the corpus, with slashes.</summary>
    public string Name { get; }

    /// <summary>The declarations, those of used world files first.</summary>
    public IReadOnlyList<Block> World { get; }

    public IReadOnlyList<Case> Cases { get; }

    /// <summary>Reads a case file and the world files that it uses.</summary>
    /// <exception cref="CaseException">The file can't be read as an outline, or uses a world that is not there.</exception>
    public static CaseFile Read(string corpus, string path)
    {
        var name = Path.GetRelativePath(corpus, path).Replace('\\', '/');
        var world = new List<Block>();
        var cases = new List<Block>();
        foreach (var block in Outline.Read(path, name))
        {
            if (block.FirstWord == "case")
            {
                cases.Add(block);
            }
            else if (block.FirstWord == Used)
            {
                world.AddRange(Use(corpus, path, block));
            }
            else
            {
                world.Add(block);
            }
        }

        return new CaseFile(name, world, [.. cases.Select(b => new Case(name, b))]);
    }

    private static List<Block> Use(string corpus, string path, Block use)
    {
        var wanted = use.Text[Used.Length..].Trim() + ".world";
        for (var folder = Path.GetDirectoryName(path); folder is not null && folder.Length >= corpus.Length; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, wanted);
            if (File.Exists(file))
            {
                return Outline.Read(file, Path.GetRelativePath(corpus, file).Replace('\\', '/'));
            }
        }

        throw use.Error($"there is no {wanted} in this folder or above.");
    }
}

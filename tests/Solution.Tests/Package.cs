using System;
using System.IO;
using System.Linq;
using CrmAddon.SolutionPackager;

namespace CrmAddon.Solution.Tests;

/// <summary>Files of an unpacked folder, without the managed package's variants.</summary>
internal static class Package
{
    public static string[] Files(string folder, string below, string pattern)
    {
        var path = Path.Combine(folder, below);
        if (!Directory.Exists(path))
            return [];
        return [.. Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories).Where(f => !SolutionPackage.IsVariant(f)).Order(StringComparer.Ordinal)];
    }
}

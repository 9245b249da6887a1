using System;
using System.IO;

namespace CrmAddon.Plugins.Tests;

/// <summary>Where the parts of the project are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Debug or Release, as these tests were built.</summary>
    public static string Configuration { get; } = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;

    public static string Rules(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rules", name));

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the project's folder.");

        return folder;
    }
}

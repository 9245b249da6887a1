using System;
using System.IO;

namespace CrmAddon.Worker.Tests;

/// <summary>Where the project's own files and the shared ones beside it are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A folder of shared material beside the project; null where there is none.</summary>
    public static string? Shared(string path)
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", path));
        return Directory.Exists(folder) ? folder : null;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests must run inside the repository.");
    }
}

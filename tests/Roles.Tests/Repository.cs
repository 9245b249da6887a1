using System;
using System.IO;

namespace CrmAddon.Roles.Tests;

/// <summary>Where the parts of the project are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Base => Path.Combine(Root, "local", "base");

    public static string Solution => Path.Combine(Root, "solution", "src");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the project's folder.");
        }

        return folder;
    }
}

using System;
using System.IO;
using CrmAddon.SolutionPackager;

namespace CrmAddon.Solution.Tests;

/// <summary>Where the files under test are: the folders of this repository, found upwards from the test's own.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Solution => Path.Combine(Root, "solution", "src");

    public static string Base => Path.Combine(Root, "local", "base");

    public static SolutionFiles SolutionFiles { get; } = SolutionFiles.Read(Solution);

    public static SolutionFiles BaseFiles { get; } = SolutionFiles.Read(Base);

    public static string Samples => Path.Combine(Root, "samples");

    /// <summary>Reference material beside the repository; absent on most machines.</summary>
    public static string Shared(params string[] path) => Path.Combine([Root, "..", "shared", .. path]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository: no Directory.Packages.props above them.");
    }
}

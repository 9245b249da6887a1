using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using CrmAddon.SolutionPackager;
using CrmAddon.Worker.Deployment;
using CrmAddon.Worker.Tests;
using CrmAddon.Worker.Deployment.Given;

namespace CrmAddon.Deployment.Tests;

[TestClass]
public sealed class GivenFilesTests
{
    [TestMethod]
    public void The_files_that_came_with_the_worker_are_taken()
    {
        var solution = GivenFiles.Solution(new DeploymentOptions());
        Assert.AreEqual(("CrmAddon", false, "cov"), (solution.UniqueName, solution.IsManaged, solution.Prefix));
        Assert.IsTrue(GivenFiles.Solution(new DeploymentOptions { IsManaged = true }).IsManaged);

        var package = GivenFiles.Package(new DeploymentOptions());
        Assert.AreEqual(("CrmAddon.Plugins", "CrmAddon.Plugins"), (package.Id, package.Assembly.Name));
        Assert.IsNotEmpty(package.Assembly.Types.SelectMany(type => type.Steps));
        Assert.IsNotEmpty(package.Assembly.Types.Where(type => type.CustomApi is not null));
    }

    [TestMethod]
    public void The_same_contents_packed_again_are_the_same()
    {
        using var folder = new TestFolder();
        var one = GivenFiles.Package(new DeploymentOptions());
        var again = GivenPackage.Read(Repacked(folder, one.Content, (_, bytes) => bytes));
        Assert.AreEqual(one.Hash, again.Hash);
        Assert.IsFalse(one.Content.AsSpan().SequenceEqual(again.Content));

        var other = GivenPackage.Read(Repacked(folder, one.Content, (name, bytes) => name.EndsWith("Sprache.dll", StringComparison.Ordinal) ? [.. bytes, 0] : bytes));
        Assert.AreNotEqual(one.Hash, other.Hash);
    }

    [TestMethod]
    [DataRow("missing", "There is no solution file at")]
    [DataRow("text", "no solution file, or a damaged one")]
    [DataRow("cut", "no solution file, or a damaged one")]
    [DataRow("zip", "no solution file, or a damaged one")]
    [DataRow("other", "holds the solution Another, not CrmAddon")]
    public void A_wrong_solution_file_is_told(string kind, string reason)
    {
        using var folder = new TestFolder();
        var path = folder["solution.zip"];
        var good = GivenFiles.Solution(new DeploymentOptions()).Content;
        switch (kind)
        {
            case "text":
                File.WriteAllText(path, "no zip");
                break;
            case "cut":
                File.WriteAllBytes(path, good[..(good.Length / 2)]);
                break;
            case "zip":
                File.Copy(Repacked(folder, good, (name, bytes) => name == "solution.xml" ? null : bytes), path);
                break;
            case "other":
                var files = SolutionPackage.Unpack(new MemoryStream(good));
                var manifest = files.Xml("Other/Solution.xml");
                manifest.Descendants("UniqueName").First().Value = "Another";
                Solutions.Write(files.With("Other/Solution.xml", manifest.ToString()), path);
                break;
        }

        Assert.Contains(reason, Assert.ThrowsExactly<DeploymentException>(() => GivenSolution.Read(path)).Message);
    }

    [TestMethod]
    [DataRow("missing", "There is no plug-in package at")]
    [DataRow("text", "no plug-in package, or a damaged one")]
    [DataRow("nospec", "it has no .nuspec")]
    [DataRow("noassembly", "holds no lib/net462/CrmAddon.Plugins.dll")]
    [DataRow("solution", "it has no .nuspec")]
    public void A_wrong_package_is_told(string kind, string reason)
    {
        using var folder = new TestFolder();
        var path = folder["package.nupkg"];
        var good = GivenFiles.Package(new DeploymentOptions()).Content;
        switch (kind)
        {
            case "text":
                File.WriteAllText(path, "no zip");
                break;
            case "nospec":
                File.Copy(Repacked(folder, good, (name, bytes) => name.EndsWith(".nuspec", StringComparison.Ordinal) ? null : bytes), path);
                break;
            case "noassembly":
                File.Copy(Repacked(folder, good, (name, bytes) => name.EndsWith("CrmAddon.Plugins.dll", StringComparison.Ordinal) ? null : bytes), path);
                break;
            case "solution":
                File.WriteAllBytes(path, GivenFiles.Solution(new DeploymentOptions()).Content);
                break;
        }

        Assert.Contains(reason, Assert.ThrowsExactly<DeploymentException>(() => GivenPackage.Read(path)).Message);
    }

    [TestMethod]
    public void An_unmanaged_file_is_not_taken_for_a_managed_one()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "deploy", "CrmAddon.zip");
        var refusal = Assert.ThrowsExactly<DeploymentException>(() => GivenFiles.Solution(new DeploymentOptions { SolutionFile = path, IsManaged = true }));
        Assert.Contains("--managed asks for a managed one", refusal.Message);
    }

    private static string Repacked(TestFolder folder, byte[] file, Func<string, byte[], byte[]?> change)
    {
        var path = folder[Guid.NewGuid().ToString("N")];
        using var source = new ZipArchive(new MemoryStream(file));
        using var target = System.IO.Compression.ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var entry in source.Entries.Reverse())
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            if (change(entry.FullName, content.ToArray()) is not { } bytes)
                continue;
            using var written = target.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
            written.Write(bytes);
        }

        return path;
    }
}

using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using CrmAddon.Worker.Deployment;
using CrmAddon.Worker.Deployment.Given;

namespace CrmAddon.Deployment.Tests;

/// <summary>Other versions of the plug-in package, made of the one that the build left by putting names of the same length in place of others.</summary>
internal static class Packages
{
    public static string Write(string path, params (string From, string To)[] names)
    {
        File.WriteAllBytes(path, GivenFiles.Package(new DeploymentOptions()).Content);
        using var zip = System.IO.Compression.ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = zip.Entries.Single(entry => entry.Name == "CrmAddon.Plugins.dll");
        using var content = new MemoryStream();
        using (var stream = entry.Open())
            stream.CopyTo(content);
        var bytes = content.ToArray();
        foreach (var (from, to) in names)
            Replace(bytes, Encoding.UTF8.GetBytes(from), Encoding.UTF8.GetBytes(to));
        using var written = entry.Open();
        written.Write(bytes);
        return path;
    }

    private static void Replace(byte[] content, byte[] from, byte[] to)
    {
        Assert.AreEqual(from.Length, to.Length, "The file's layout must stay.");
        var found = 0;
        for (var at = content.AsSpan().IndexOf(from); at >= 0; found++)
        {
            to.CopyTo(content, at);
            var next = content.AsSpan(at + to.Length).IndexOf(from);
            at = next < 0 ? -1 : at + to.Length + next;
        }

        Assert.AreNotEqual(0, found, "The name is not in the assembly.");
    }
}

using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;

namespace CrmAddon.Plugins.Tests.Package;

[TestClass]
public sealed class ShippedAssemblyTests
{
    [TestMethod]
    public void The_shipped_assembly_wins_a_deal_on_a_NET_Framework_runtime()
    {
        var folder = Directory.CreateTempSubdirectory("crmaddon-mono-").FullName;
        try
        {
            PluginPackage.Extract(folder);
            foreach (var file in new[] { "CrmAddon.Mono.exe", "Microsoft.Xrm.Sdk.dll", "Microsoft.Crm.Sdk.Proxy.dll" })
                File.Copy(Path.Combine(Host(), file), Path.Combine(folder, file));

            Assert.AreEqual(
                """
                entry Relay, Reseller landing fee, 2026-03 216.00 held
                entry Relay, Reseller landing fee, 2026-03 864.00 payable
                split Harbor, Migration 9000.00 final
                split Nimbus, Migration 18000.00 final
                split Relay, Migration 18000.00 final
                split Skyops, Migration 15000.00 final
                rulings 1
                """, Run(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Host() => Path.Combine(Repository.Root, "tests", "Mono", "bin", Repository.Configuration, "net462");

    private static string Run(string folder)
    {
        var start = new ProcessStartInfo("mono") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("CrmAddon.Mono.exe");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Rules", "cloud-infrastructure.rules"));
        using var process = Started(start);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.AreEqual("", errors.Result);
        return output.ReplaceLineEndings("\n").TrimEnd('\n');
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            Assert.Inconclusive($"Mono is not installed here, so the shipped assembly was not run ({e.Message}). On Debian: apt-get install mono-runtime.");
            throw;
        }
    }
}

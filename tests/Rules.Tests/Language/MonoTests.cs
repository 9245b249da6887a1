using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Language;

/// <summary>The same cases through the library's .NET Framework build, as Dataverse runs it: tests/Rules.Mono under Mono.</summary>
[TestClass]
public sealed class MonoTests
{
    [TestMethod]
    public void The_text_cases_come_out_as_written_on_a_NET_Framework_runtime()
    {
        var start = new ProcessStartInfo("mono") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Host());
        using var process = Started(start);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n");
        process.WaitForExit();

        Assert.AreEqual($"{LanguageCase.All().Count()} cases, 0 failed\n", output + errors.Result);
    }

    private static string Host()
    {
        var bin = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var configuration = Path.GetFileName(Path.GetDirectoryName(bin))!;
        var tests = Path.GetFullPath(Path.Combine(bin, "..", "..", "..", ".."));
        return Path.Combine(tests, "Rules.Mono", "bin", configuration, "net462", "CrmAddon.Rules.Mono.exe");
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            Assert.Inconclusive(
                $"Mono is not installed here, so the cases were not run on a .NET Framework runtime ({e.Message}). On Debian: apt-get install mono-runtime.");
            throw;
        }
    }
}

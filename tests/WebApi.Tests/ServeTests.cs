using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.WebApi.Tests;

/// <summary>The command line's own refusals.</summary>
[TestClass]
public sealed class ServeTests
{
    [TestMethod]
    public async Task A_portal_contact_who_is_not_there_is_refused_at_start()
    {
        var folder = Directory.CreateTempSubdirectory("crmaddon-serve-").FullName;
        try
        {
            var (code, errors) = await RunAsync(
                "--serve", "--port", "0", "--db", Path.Combine(folder, "serve.db"), "--portal-contact", "11111111-0000-4000-8000-000000000001");
            Assert.AreEqual(1, code, errors);
            StringAssert.Contains(errors, "There is no contact 11111111-0000-4000-8000-000000000001", errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Code, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CrmAddon.Local.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = await process.StandardError.ReadToEndAsync(limit.Token);
            await output;
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, "It started to serve.");
        }
    }
}

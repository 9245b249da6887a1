using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
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

    [TestMethod]
    public async Task An_empty_environment_has_the_standard_tables_alone()
    {
        var folder = Directory.CreateTempSubdirectory("crmaddon-serve-").FullName;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CrmAddon.Local.dll"), "--serve", "--empty", "--port", "0", "--db", Path.Combine(folder, "serve.db")]) { RedirectStandardOutput = true })!;
        try
        {
            var line = "";
            while (!line.StartsWith("The Web API listens on ", StringComparison.Ordinal))
            {
                line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It ended before it listened.");
            }

            using var client = new HttpClient { BaseAddress = new Uri(line.Split(' ')[5]) };
            client.DefaultRequestHeaders.Authorization = new("Bearer", "me");
            Assert.AreEqual(HttpStatusCode.OK, (await client.GetAsync(new Uri("opportunities", UriKind.Relative))).StatusCode);
            Assert.AreEqual(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("cov_partners", UriKind.Relative))).StatusCode);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
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

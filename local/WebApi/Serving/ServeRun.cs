using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace CrmAddon.Local.WebApi.Serving;

/// <summary>Opens the Dataverse, serves it, and closes it when it is told to stop.</summary>
internal sealed class ServeRun(ServeOptions options, TextWriter output)
{
    /// <returns>0 after a stop; 1 when it could not start.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        try
        {
            await output.WriteLineAsync($"Opening {options.Database} ...").ConfigureAwait(false);
            using var dataverse = Open();
            var host = await WebApiHost.StartAsync(dataverse, new WebApiOptions { Port = options.Port }, stop).ConfigureAwait(false);
            await using (host.ConfigureAwait(false))
            {
                await TellAsync(host).ConfigureAwait(false);
                await WorkAsync(dataverse, stop).ConfigureAwait(false);
            }

            await output.WriteLineAsync("Stopped. What was written is kept.").ConfigureAwait(false);
            return 0;
        }
        catch (Exception e) when (e is SolutionException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private LocalDataverse Open()
    {
        var carried = AppContext.BaseDirectory;
        return LocalDataverse.Open(new LocalDataverseOptions
        {
            DatabasePath = options.Database,
            SolutionFolders = [Path.Combine(carried, "base"), Path.Combine(carried, "solution"), .. options.Solutions],
            PluginAssemblies = [Path.Combine(carried, "plugins", "CrmAddon.Plugins.dll")],
        });
    }

    private async Task TellAsync(WebApiHost host)
    {
        await output.WriteLineAsync($"""
            The Web API listens on {host.ApiAddress} (this machine only; Ctrl-C stops it).
            Any bearer token is the system user's; "user:GUID" is the token of the user with that id. Try:

              curl -H "Authorization: Bearer me" {host.ApiAddress}WhoAmI

            """).ConfigureAwait(false);
    }

    /// <summary>Runs system jobs as they become ready, until the host is stopped.</summary>
    private static async Task WorkAsync(LocalDataverse dataverse, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                dataverse.Async.RunReady(stop);
                await Task.Delay(TimeSpan.FromMilliseconds(200), stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }
}

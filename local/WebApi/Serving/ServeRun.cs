using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi.Protection;

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
            foreach (var remark in dataverse.Remarks)
            {
                await output.WriteLineAsync("Remark: " + remark).ConfigureAwait(false);
            }

            if (options.PortalContact is { } contact && !dataverse.HasContact(contact))
            {
                throw new IOException($"There is no contact {contact}, who is to visit the portal (--portal-contact).");
            }

            var host = await WebApiHost.StartAsync(dataverse, Options(), stop).ConfigureAwait(false);
            await using (host.ConfigureAwait(false))
            {
                await TellAsync(host).ConfigureAwait(false);
                dataverse.Async.StartWorkers();
                await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
                dataverse.Async.StopWorkers();
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
            SolutionFolders = [Path.Combine(carried, "base"), .. options.IsEmpty ? Array.Empty<string>() : [Path.Combine(carried, "solution")], .. options.Solutions],
            DataFolders = options.Data,
            PluginAssemblies = options.IsEmpty ? [] : [Path.Combine(carried, "plugins", "CrmAddon.Plugins.dll")],
        });
    }

    private async Task TellAsync(WebApiHost host)
    {
        await output.WriteLineAsync($"""
            The Web API listens on {host.ApiAddress} (this machine only; Ctrl-C stops it).
            Any bearer token is the system user's; "user:GUID" is the token of the user with that id. Try:

              curl -H "Authorization: Bearer me" {host.ApiAddress}WhoAmI
              curl -H "Authorization: Bearer me" "{host.ApiAddress}accounts?%24select=name&%24top=3"

            The portal's Web API listens on {new Uri(host.Address, "/_api/")}; POST {new Uri(host.Address, "/_local/signin?contact=ID")} signs a contact in.

            """).ConfigureAwait(false);
    }

    private WebApiOptions Options() => new()
    {
        Port = options.Port,
        ServiceProtection = options.IsThrottled ? new ServiceProtectionLimits() : null,
        PortalContact = options.PortalContact,
    };
}

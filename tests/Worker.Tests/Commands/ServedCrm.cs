using System;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi;

namespace CrmAddon.Worker.Tests.Commands;

/// <summary>The project's solution on a local Dataverse that is reached over the wire alone, as the worker reaches a real one.</summary>
internal sealed class ServedCrm : IAsyncDisposable
{
    private WebApiHost _server = null!;

    public TestCrm Crm { get; } = new();

    public string Address => _server.Address.ToString();

    public static async Task<ServedCrm> StartAsync()
    {
        var served = new ServedCrm();
        served._server = await WebApiHost.StartAsync(served.Crm.Dataverse);
        return served;
    }

    /// <summary>Runs a verb as the command line does.</summary>
    public static async Task<(int Code, string Output, string Error)> Run(Command command, string[] arguments, CancellationToken stop = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await command.Parse(arguments).InvokeAsync(new() { Output = output, Error = error }, stop);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Stops serving; what is stored stays.</summary>
    public ValueTask StopAsync() => _server.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Crm.Dispose();
    }
}

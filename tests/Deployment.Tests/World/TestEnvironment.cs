using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local;
using CrmAddon.Local.WebApi;
using CrmAddon.Plugins.Tests;
using CrmAddon.Worker.Commands;
using CrmAddon.Worker.Tests;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Deployment.Tests;

/// <summary>An environment with the standard tables of Dynamics 365 Sales and nothing of the add-on, reached over the wire alone.</summary>
internal sealed class TestEnvironment : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Deployed = new(DeployOnceAsync);

    private readonly TestFolder _folder = new();
    private WebApiHost _server = null!;

    private TestEnvironment(string? database)
    {
        if (database is not null)
            File.Copy(database, _folder["crm.db"]);
        Dataverse = Open(_folder["crm.db"], TimeProvider.System);
    }

    public LocalDataverse Dataverse { get; private set; }

    /// <summary>What stands between the worker and the environment.</summary>
    public Gateway Gateway { get; private set; } = null!;

    public IOrganizationService Service => Dataverse.CreateService();

    /// <summary>Starts one; without a database it is empty.</summary>
    public static async Task<TestEnvironment> StartAsync(string? database = null)
    {
        var environment = new TestEnvironment(database);
        await environment.ServeAsync();
        environment.Gateway = await Gateway.StartAsync(environment._server.Address);
        return environment;
    }

    /// <summary>One to which the present version was deployed.</summary>
    public static async Task<TestEnvironment> DeployedAsync() => await StartAsync(await Deployed.Value);

    /// <summary>The database of an environment to which the present version was deployed, for copies; made once.</summary>
    public static Task<string> DeployedDatabaseAsync() => Deployed.Value;

    public static LocalDataverse Open(string database, TimeProvider clock) => LocalDataverse.Open(new LocalDataverseOptions
    {
        DatabasePath = database,
        SolutionFolders = [Path.Combine(Repository.Root, "local", "base")],
        Clock = clock,
    });

    /// <summary>Runs the worker's verb <c>deploy</c>.</summary>
    public Task<Outcome> DeployAsync(params string[] options) => DeployAsync(CancellationToken.None, options);

    /// <summary>Runs the worker's verb <c>deploy</c>, to be broken off.</summary>
    public async Task<Outcome> DeployAsync(CancellationToken stop, params string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await DeployCommand.Create().Parse(["--url", Gateway.Address.ToString(), .. options]).InvokeAsync(new() { Output = output, Error = error }, stop);
        return new Outcome(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>What of the add-on is in the environment, as text.</summary>
    public string State() => EnvironmentState.Of(Service);

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await _server.DisposeAsync();
        Dataverse.Dispose();
        _folder.Dispose();
    }

    private async Task ServeAsync()
    {
        Dataverse.Async.StartWorkers(1);
        _server = await WebApiHost.StartAsync(Dataverse);
    }

    private static async Task<string> DeployOnceAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("crmaddon-deployed-").FullName, "crm.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        await using var environment = await StartAsync();
        var outcome = await environment.DeployAsync();
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        environment.Dataverse.Dispose(); // all that is written stands in the one file then
        File.Copy(environment._folder["crm.db"], path);
        return path;
    }
}

/// <summary>What the worker said, and its exit code.</summary>
internal sealed record Outcome(int Code, string Output, string Error);

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Tests;

namespace CrmAddon.Deployment.Tests;

[TestClass]
public sealed class FailureTests
{
    /// <summary>
    /// Each write is broken the first time that it is asked for, so that each run starts from what broken ones left. Of steps and images, which
    /// are all written alike, every fourth.
    /// </summary>
    [TestMethod]
    [DataRow("Before")]
    [DataRow("After")]
    public async Task A_connection_that_breaks_at_every_write_costs_no_more_than_another_run_each(string when)
    {
        await using var clean = await TestEnvironment.DeployedAsync();
        await using var environment = await TestEnvironment.StartAsync();
        HashSet<string> broken = [];
        environment.Gateway.OnWrite = (_, write) =>
            broken.Add(write) && (!write.Contains("sdkmessageprocessingstep", StringComparison.Ordinal) || broken.Count % 4 == 0) ? Enum.Parse<Fault>(when) : Fault.None;
        while (await environment.DeployAsync() is { Code: not 0 } outcome)
        {
            Assert.AreEqual(2, outcome.Code, outcome.Output + outcome.Error);
            Assert.Contains("The same command again goes on from here.", outcome.Error);
            Assert.IsLessThan(1000, broken.Count, string.Join("\n", broken));
        }

        Assert.IsGreaterThan(80, broken.Count);
        Assert.AreEqual(clean.State(), environment.State());
        environment.Gateway.Forget();
        Assert.AreEqual(0, (await environment.DeployAsync()).Code);
        Assert.IsEmpty(environment.Gateway.Writes);
    }

    [TestMethod]
    public async Task Two_deployments_at_the_same_time_leave_what_one_leaves()
    {
        await using var clean = await TestEnvironment.DeployedAsync();
        await using var environment = await TestEnvironment.StartAsync();
        var outcomes = await Task.WhenAll(Task.Run(() => environment.DeployAsync()), Task.Run(() => environment.DeployAsync()));
        foreach (var outcome in outcomes)
            Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.AreEqual(clean.State(), environment.State());
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(4)]
    public async Task A_worker_that_is_killed_is_followed_by_one_that_completes(int write)
    {
        await using var clean = await TestEnvironment.DeployedAsync();
        await using var environment = await TestEnvironment.StartAsync();
        using var worker = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "CrmAddon.Worker.dll"), "deploy", "--url", environment.Gateway.Address.ToString() },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // The request still reaches the environment, but nobody is there any more to hear the answer.
        environment.Gateway.OnWrite = (count, _) =>
        {
            if (count == write)
                worker.Kill();
            return Fault.None;
        };
        var output = worker.StandardOutput.ReadToEndAsync();
        var error = await worker.StandardError.ReadToEndAsync();
        await worker.WaitForExitAsync();
        Assert.AreNotEqual(0, worker.ExitCode, await output + error);
        environment.Gateway.OnWrite = (_, _) => Fault.None;

        var outcome = await environment.DeployAsync();
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.AreEqual(clean.State(), environment.State());
    }

    [TestMethod]
    public async Task Who_stops_it_is_told_what_stands()
    {
        await using var environment = await TestEnvironment.StartAsync();
        using var stop = new CancellationTokenSource();
        environment.Gateway.OnWrite = (write, _) =>
        {
            if (write == 10)
                stop.Cancel();
            return Fault.None;
        };
        var outcome = await environment.DeployAsync(stop.Token);
        Assert.AreEqual(2, outcome.Code);
        Assert.StartsWith("Stopped.", outcome.Error);
        Assert.Contains("In the environment and complete: Solution, Plug-in package.", outcome.Error);
        Assert.Contains("Stopped at: Steps. The same command again goes on from here.", outcome.Error);
        environment.Gateway.OnWrite = (_, _) => Fault.None;
        Assert.AreEqual(0, (await environment.DeployAsync()).Code);
    }

    [TestMethod]
    public async Task What_was_there_already_is_told_as_complete()
    {
        await using var environment = await TestEnvironment.DeployedAsync();
        environment.Gateway.OnWrite = (_, _) => Fault.Before;
        var outcome = await environment.DeployAsync("--set", "cov_UsageCurrency=EUR");
        Assert.AreEqual(2, outcome.Code);
        Assert.Contains("In the environment and complete: Solution, Plug-in package, Steps, Custom APIs, Forms of Dynamics 365 Sales.", outcome.Error);
        Assert.Contains("Stopped at: Settings.", outcome.Error);
    }

    [TestMethod]
    public async Task A_solution_that_the_environment_refuses_is_told_with_its_reasons_and_leaves_nothing()
    {
        using var folder = new TestFolder();
        await using var environment = await TestEnvironment.StartAsync();
        var before = environment.State();
        var broken = Solutions.Write(Solutions.Present.Without("OptionSets/cov_tier.xml"), folder["broken.zip"]);
        var outcome = await environment.DeployAsync("--solution", broken);
        Assert.AreEqual(2, outcome.Code);
        Assert.StartsWith("The environment refuses the solution; it is as it was before the import.\n", outcome.Error);
        Assert.Contains("cov_tier", outcome.Error);
        Assert.Contains("Stopped at: Solution.", outcome.Error);
        Assert.AreEqual(before, environment.State());
        Assert.AreEqual(0, (await environment.DeployAsync()).Code);
    }
}

using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Plugins;

/// <summary>Does what the platform does not allow, when a new contract's name asks for it.</summary>
[Step("55000000-0000-0000-0000-000000000001", Message = "Create", Table = "fix_contract")]
public sealed class BreakRules : IPlugin
{
    private static IOrganizationService? _kept;
    private string? _last;

    public string? Last { get; private set; }

    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        switch (step.Target.GetAttributeValue<string>("fix_text"))
        {
            case "field":
                _last = step.Context.CorrelationId.ToString();
                break;
            case "property":
                Last = step.Context.CorrelationId.ToString();
                break;
            case "same field":
                _last = _last is null ? null : string.Concat(_last);
                break;
            case "slow and quiet":
                Spin(60);
                break;
            case "slow":
                Spin(60);
                step.Leave($"after the limit");
                break;
            case "slow below":
                step.Service.Create(new Entity("fix_contract") { ["fix_text"] = "slow" });
                break;
            case "parallel":
                Task.Factory.StartNew(
                    () => step.Leave($"on another thread"), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).GetAwaiter().GetResult();
                break;
            case "keep service":
                _kept = step.Service;
                break;
            case "use kept service":
                _kept!.Create(new Entity("fix_trace") { ["fix_text"] = "too late" });
                break;
            case "talk":
                for (var i = 0; i < 1000; i++)
                {
                    step.Tracing.Trace("line {0} {1}", i, new string('x', 50));
                }

                throw new InvalidPluginExecutionException("Enough.");
            case "talk a little":
                step.Tracing.Trace("a word");
                break;
        }
    }

    // No sleep: real time has to pass.
    private static void Spin(int milliseconds)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalMilliseconds < milliseconds;)
        {
            _ = start.ToString(CultureInfo.InvariantCulture);
        }
    }
}

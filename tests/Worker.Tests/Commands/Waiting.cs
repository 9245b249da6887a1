using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace CrmAddon.Worker.Tests.Commands;

/// <summary>Waits for what a running service does.</summary>
internal static class Waiting
{
    public static async Task Until(Func<bool> holds, Task running)
    {
        for (var waited = Stopwatch.StartNew(); !holds(); await Task.Delay(5))
        {
            Assert.IsFalse(running.IsCompleted, "The service ended by itself.");
            Assert.IsLessThan(60, waited.Elapsed.TotalSeconds, "It does not happen.");
        }
    }
}

using System;
using System.IO;
using System.Threading.Tasks;
using CrmAddon.Worker.Deployment.Telling;

namespace CrmAddon.Deployment.Tests;

[TestClass]
public sealed class LineTellerTests
{
    [TestMethod]
    public async Task Work_of_a_moment_is_not_spoken_of_and_longer_work_shows_that_it_goes_on()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var clock = new TickingClock();
        var teller = new LineTeller(output, clock);
        Assert.AreEqual(7, await teller.WatchAsync("Counting", _ => Task.FromResult(7)));
        Assert.AreEqual("", output.ToString());

        await teller.WatchAsync("Importing", progress =>
        {
            progress.Report("3 %");
            clock.Advance(TimeSpan.FromSeconds(2));
            clock.Advance(TimeSpan.FromSeconds(2));
            progress.Report("40 %");
            clock.Advance(TimeSpan.FromSeconds(2));
            for (var i = 0; i < 10; i++)
                clock.Advance(TimeSpan.FromSeconds(2));
            return Task.CompletedTask;
        });
        Assert.AreEqual("  Importing: 3 % (0:02)\n  Importing: 40 % (0:06)\n  Importing: 40 % (0:26)\n", output.ToString());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.AreEqual(4, output.ToString().Split('\n').Length, "What is over is not spoken of.");
    }
}

using System;
using System.CommandLine;
using CrmAddon.Worker.Connecting;
using CrmAddon.Worker.Months;
using CrmAddon.Worker.Notifications;
using CrmAddon.Worker.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrmAddon.Worker.Commands;

/// <summary>The verb <c>run</c>: delivers and closes months again and again until it is stopped, as a service does.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var settings = SettingsOption.Create();
        var run = new Command("run", "Sends what is due in the outbox and closes months on their day, again and again, until it is stopped.") { settings };
        var crm = new CrmOptions(run);
        run.SetAction((parsed, stop) => Failures.GuardAsync(parsed.InvocationConfiguration, async () =>
        {
            using var client = crm.Open(parsed);
            using var books = client.Clone();
            var file = parsed.GetValue(settings);
            using var source = new SenderSource(client, file, TimeProvider.System);
            try
            {
                source.Current();
            }
            catch (Exception e) when (WorkerSettings.Reason(e) is { } reason)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(reason).ConfigureAwait(false);
                return Failures.Exit;
            }

            var builder = Host.CreateApplicationBuilder();
            builder.Services.AddSingleton(source);
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddHostedService<DeliveryService>();
            builder.Services.AddHostedService(services => new MonthCloseService(
                books, file, TimeProvider.System, services.GetRequiredService<ILogger<MonthCloseService>>()));
            using var host = builder.Build();
            await host.RunAsync(stop).ConfigureAwait(false);
            return 0;
        }));
        return run;
    }
}

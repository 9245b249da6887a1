using System;
using System.CommandLine;
using CrmAddon.Worker.Connecting;
using CrmAddon.Worker.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrmAddon.Worker.Commands;

/// <summary>The verb <c>run</c>: delivers again and again until it is stopped, as a service does.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var settings = SettingsOption.Create();
        var run = new Command("run", "Sends what is due in the outbox, again and again, until it is stopped.") { settings };
        var crm = new CrmOptions(run);
        run.SetAction((parsed, stop) => Failures.GuardAsync(parsed.InvocationConfiguration, async () =>
        {
            NotificationSender sender;
            var (graph, options) = SettingsOption.Read(parsed.GetValue(settings));
            using var client = crm.Open(parsed);
            try
            {
                sender = new NotificationSender(client, graph, options, TimeProvider.System);
            }
            catch (ArgumentException e)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
                return Failures.Exit;
            }

            using (sender)
            {
                var builder = Host.CreateApplicationBuilder();
                builder.Services.AddSingleton(sender);
                builder.Services.AddSingleton(options);
                builder.Services.AddSingleton(TimeProvider.System);
                builder.Services.AddHostedService<DeliveryService>();
                using var host = builder.Build();
                await host.RunAsync(stop).ConfigureAwait(false);
            }

            return 0;
        }));
        return run;
    }
}

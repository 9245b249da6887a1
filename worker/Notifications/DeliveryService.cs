using System;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Connecting;
using CrmAddon.Worker.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrmAddon.Worker.Notifications;

/// <summary>
/// Works off the outbox every so often while its host runs. What goes wrong with the CRM is told and tried again at the next turn;
/// what goes wrong with Graph stands on the rows. Settings that are changed in the CRM hold from the next turn on.
/// </summary>
internal sealed partial class DeliveryService(SenderSource source, TimeProvider clock, ILogger<DeliveryService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // The service's calls block, and the host wants to go on starting.
                var pass = await Task.Run(() => source.Current().RunAsync(new Reporter(this), stoppingToken), stoppingToken).ConfigureAwait(false);
                if (pass.PausedUntil is { } until)
                    Resting(until);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when ((Failures.Reason(e) ?? WorkerSettings.Reason(e)) is { } reason)
            {
                Broken(reason);
            }

            await Task.Delay(source.Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sent: {Subject} to {Recipient}")]
    private partial void Sent(string subject, string recipient);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Outcome}: {Subject} for {Recipient}: {Reason}")]
    private partial void NotSent(NotificationOutcome outcome, string subject, string recipient, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mailbox rests until {Until}")]
    private partial void Resting(DateTimeOffset until);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox can't be worked off; it is tried again: {Reason}")]
    private partial void Broken(string reason);

    private sealed class Reporter(DeliveryService service) : IProgress<NotificationReport>
    {
        public void Report(NotificationReport value)
        {
            if (value.Outcome == NotificationOutcome.Sent)
                service.Sent(value.Subject, value.Recipient);
            else
                service.NotSent(value.Outcome, value.Subject, value.Recipient, value.Reason);
        }
    }
}

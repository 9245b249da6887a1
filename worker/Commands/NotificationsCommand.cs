using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Connecting;
using CrmAddon.Worker.Notifications;
using CrmAddon.Worker.Settings;

namespace CrmAddon.Worker.Commands;

/// <summary>The verb <c>notifications send</c>: works off what is due, once.</summary>
internal static class NotificationsCommand
{
    public static Command Create()
    {
        var settings = SettingsOption.Create();
        var send = new Command("send", "Sends what is due in the outbox and ends.") { settings };
        var crm = new CrmOptions(send);
        send.SetAction((parsed, stop) => Failures.GuardAsync(parsed.InvocationConfiguration, () => SendAsync(parsed, crm, parsed.GetValue(settings), stop)));
        return new Command("notifications", "Telling partners through Microsoft Graph.") { send };
    }

    private static async Task<int> SendAsync(ParseResult parsed, CrmOptions crm, FileInfo? file, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        try
        {
            using var client = crm.Open(parsed);
            using var source = new SenderSource(client, file, TimeProvider.System);
            var pass = await source.Current().RunAsync(cancellation: stop).ConfigureAwait(false);
            if (!source.IsEnabled)
                await console.Output.WriteLineAsync("Delivery is switched off (cov_DeliveryEnabled): what is due waits.").ConfigureAwait(false);
            return Tell(pass, console.Output);
        }
        catch (Exception e) when (WorkerSettings.Reason(e) is { } reason)
        {
            await console.Error.WriteLineAsync(reason).ConfigureAwait(false);
            return Failures.Exit;
        }
    }

    private static int Tell(NotificationPass pass, TextWriter output)
    {
        int Count(NotificationOutcome outcome) => pass.Reports.Count(report => report.Outcome == outcome);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(NotificationOutcome.Sent):N0} sent, {Count(NotificationOutcome.Postponed):N0} postponed, {Count(NotificationOutcome.Failed):N0} failed"));
        foreach (var report in pass.Reports.Where(report => report.Outcome != NotificationOutcome.Sent))
            output.WriteLine($"{report.Outcome}: {report.Subject} for {report.Recipient}: {report.Reason}");
        if (pass.PausedUntil is { } until)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The mailbox rests until {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC."));
        return pass.Reports.All(report => report.Outcome is NotificationOutcome.Sent or NotificationOutcome.Taken) ? 0 : 1;
    }
}

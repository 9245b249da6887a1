using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Connecting;
using CrmAddon.Worker.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Months;

/// <summary>
/// Closes months on their day while its host runs. What the CRM refuses and what goes wrong with it is told and tried again at the next
/// turn; while the CRM is still posting a month, the next turn comes sooner, so that a backlog of months does not take as many turns.
/// </summary>
internal sealed partial class MonthCloseService(
    IOrganizationService service, FileInfo? file, TimeProvider clock, ILogger<MonthCloseService> logger) : BackgroundService
{
    private readonly MonthClosing _closing = new(service, clock);
    private readonly MonthNews _news = new(clock);
    private readonly MonthPace _pace = new();
    private TimeSpan _interval = new MonthCloseOptions().Interval;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = _interval;
            try
            {
                // The service's calls block, and the host wants to go on starting.
                wait = await Task.Run(() => Turn(stoppingToken), stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when ((Failures.Reason(e) ?? WorkerSettings.Reason(e)) is { } reason)
            {
                Broken(reason);
            }

            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One turn; how long to wait until the next.</summary>
    private TimeSpan Turn(CancellationToken stop)
    {
        _interval = WorkerSettings.Read(service, file).Months.Interval;
        var isNews = false;
        var reports = _closing.Run(new Reporter(report => isNews |= Tell(report)), stop);
        return reports.Any(report => report.Outcome == MonthOutcome.Closing) ? _pace.Next(isNews, _interval) : _interval;
    }

    private bool Tell(MonthReport report)
    {
        var (isNews, isReminder) = _news.Take(report);
        if (!isNews)
            return false;
        if (report.Outcome == MonthOutcome.Closed)
            Closed(report.Program, report.Message);
        else if (report.Outcome == MonthOutcome.Refused)
            Refused(report.Program, report.Month, report.Message);
        else if (isReminder)
            Stuck(report.Program, report.Message);
        else
            Closing(report.Program, report.Message);
        return !isReminder;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Program}: {Message}")]
    private partial void Closed(string program, string message);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Program}: {Message}")]
    private partial void Closing(string program, string message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Program}: nothing has moved for a day. {Message} Look for failed system jobs in the CRM")]
    private partial void Stuck(string program, string message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Program}: {Month} is due and can't be closed; it is tried again: {Reason}")]
    private partial void Refused(string program, string month, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Months can't be closed; it is tried again: {Reason}")]
    private partial void Broken(string reason);

    private sealed class Reporter(Action<MonthReport> tell) : IProgress<MonthReport>
    {
        public void Report(MonthReport value) => tell(value);
    }
}

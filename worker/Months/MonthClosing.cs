using System;
using System.Collections.Generic;
using System.Globalization;
using System.ServiceModel;
using System.Threading;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Months;

/// <summary>
/// Closes the months whose day has come, through the CRM's own <c>cov_CloseMonth</c>: of each program the oldest first, and the next
/// one once it is closed, however many days nobody asked. Asking for what is closed or being closed already changes nothing, so it
/// may be stopped anywhere, run again, and run twice at once.
/// </summary>
/// <param name="service">The CRM, as a user who may write periods.</param>
/// <param name="clock">What time it is; a month is due by the day in UTC.</param>
public sealed class MonthClosing(IOrganizationService service, TimeProvider clock)
{
    /// <summary>Asks for what is due now and returns without waiting for the CRM to post it. What one program is refused keeps no other back.</summary>
    /// <param name="progress">Told of each month, if anyone wants to know.</param>
    /// <param name="cancellation">Ends it after the request in progress.</param>
    /// <returns>What became of each month that was due, in order.</returns>
    public IReadOnlyList<MonthReport> Run(IProgress<MonthReport>? progress = null, CancellationToken cancellation = default)
    {
        List<MonthReport> reports = [];
        foreach (var program in DueProgram.All(service))
        {
            foreach (var month in Due(program, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)))
            {
                cancellation.ThrowIfCancellationRequested();
                var report = Close(program.Code, month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
                reports.Add(report);
                progress?.Report(report);
                if (report.Outcome != MonthOutcome.Closed)
                    break;
            }
        }

        return reports;
    }

    // What somebody has begun to close is brought to its end, whether it is due or not.
    private static IEnumerable<DateOnly> Due(DueProgram program, DateOnly today)
    {
        foreach (var month in program.Begun)
            yield return month;
        for (var month = program.OpenMonth; program.IsDue(month, today); month = month.AddMonths(1))
            yield return month;
    }

    private MonthReport Close(string program, string month)
    {
        try
        {
            var answer = service.Execute(new OrganizationRequest("cov_CloseMonth") { ["Program"] = program, ["Month"] = month });
            return new MonthReport(
                program, month, answer["IsClosed"] is true ? MonthOutcome.Closed : MonthOutcome.Closing, answer["Message"] as string ?? "");
        }
        catch (FaultException<OrganizationServiceFault> refusal)
        {
            return new MonthReport(program, month, MonthOutcome.Refused, refusal.Detail.Message ?? refusal.Message);
        }
    }
}

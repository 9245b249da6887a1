using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CrmAddon.Worker.Months;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Tests.Months;

/// <summary>The solution with its plug-ins, programs, and a clock.</summary>
internal sealed class Books : IDisposable
{
    private readonly Guid _currency;

    public Books(string today)
    {
        Clock.Set(today);
        Crm = new TestCrm(Clock, Path.Combine(AppContext.BaseDirectory, "plugins", "CrmAddon.Plugins.dll"));
        _currency = Crm.All("transactioncurrency").First().Id;
    }

    public ManualClock Clock { get; } = new();

    public TestCrm Crm { get; }

    public Guid Program(string code, int? closeDay, string? openMonth) => Crm.Service.Create(new Entity("cov_program")
    {
        ["cov_name"] = "Program " + code,
        ["cov_code"] = code,
        ["cov_closeday"] = closeDay,
        ["cov_openmonth"] = openMonth is null ? null : Day(openMonth + "-01"),
        ["transactioncurrencyid"] = new EntityReference("transactioncurrency", _currency),
    });

    /// <summary>A partner with a provisional entry of a month, so that closing that month leaves work to the asynchronous service.</summary>
    public void Earn(Guid program, string month)
    {
        var partner = Crm.Service.Create(new Entity("cov_partner") { ["cov_name"] = "Relay", ["cov_code"] = "Relay " + month, ["cov_mailenabled"] = false });
        Crm.Service.Create(new Entity("cov_entry")
        {
            ["cov_key"] = "entry " + month,
            ["cov_name"] = "Entry",
            ["cov_programid"] = new EntityReference("cov_program", program),
            ["cov_partnerid"] = new EntityReference("cov_partner", partner),
            ["cov_earnedmonth"] = Day(month + "-01"),
            ["cov_bookedmonth"] = Day(month + "-01"),
            ["cov_kind"] = new OptionSetValue(770000000),
            ["cov_amount"] = new Money(100m),
            ["transactioncurrencyid"] = new EntityReference("transactioncurrency", _currency),
        });
    }

    /// <summary>Work of a month that nobody has done yet: the month can't be closed.</summary>
    public Guid Wait(Guid program, string month) => Crm.Service.Create(new Entity("cov_workitem")
    {
        ["cov_key"] = "waits " + month,
        ["cov_name"] = "Larkspur " + month,
        ["cov_programid"] = new EntityReference("cov_program", program),
        ["cov_kind"] = new OptionSetValue(770000000),
        ["cov_month"] = Day(month + "-01"),
    });

    /// <summary>What a pass did, a line for each month.</summary>
    public string Close(IOrganizationService? service = null) => string.Join("\n", new MonthClosing(service ?? Crm.Service, Clock).Run()
        .Select(report => $"{report.Program} {report.Month} {report.Outcome}"));

    public void Settle() => Crm.Dataverse.Async.RunUntilIdle();

    /// <summary>The periods that are not open any more, such as <c>CLOUD 2026-03 2</c>, with their status.</summary>
    public IEnumerable<string> Periods() => Crm.All("cov_period")
        .Select(row => (Name: row["cov_name"], Status: row.GetAttributeValue<OptionSetValue>("statuscode")!.Value))
        .Where(period => period.Status != 1)
        .Select(period => $"{period.Name} {period.Status}").Order(StringComparer.Ordinal);

    public void Dispose() => Crm.Dispose();

    private static DateTime Day(string day) => DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

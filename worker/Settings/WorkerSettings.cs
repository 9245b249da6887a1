using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Worker.Months;
using CrmAddon.Worker.Notifications;
using CrmAddon.Worker.Notifications.Graph;
using CrmAddon.Worker.Notifications.Teams;
using CrmAddon.Worker.Usage;
using Microsoft.Extensions.Configuration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Settings;

/// <summary>
/// What the worker is told beside its command line: by the environment variables of the CRM, by a settings file, which wins over
/// those, and by the environment of its own process, which wins over both.
/// </summary>
internal sealed class WorkerSettings
{
    private static readonly string[] DeliverySections = ["Graph", "Notifications", "Teams"];

    private readonly IConfiguration _settings;

    private WorkerSettings(IConfiguration settings) => _settings = settings;

    /// <summary>Where and as whom mails are sent.</summary>
    public GraphMailOptions Graph => _settings.GetSection("Graph").Get<GraphMailOptions>() ?? new GraphMailOptions();

    /// <summary>How the outbox is worked off.</summary>
    public NotificationSenderOptions Notifications =>
        _settings.GetSection("Notifications").Get<NotificationSenderOptions>() ?? new NotificationSenderOptions();

    /// <summary>Which workflows cards are sent to.</summary>
    public TeamsOptions Teams => _settings.GetSection("Teams").Get<TeamsOptions>() ?? new TeamsOptions();

    /// <summary>How months are closed.</summary>
    public MonthCloseOptions Months => _settings.GetSection("Months").Get<MonthCloseOptions>() ?? new MonthCloseOptions();

    /// <summary>The currency of usage; null where it is named nowhere.</summary>
    public string? UsageCurrency => _settings["Usage:Currency"] is { Length: > 0 } currency ? currency : null;

    /// <summary>The cost that counts as consumption.</summary>
    public CostMeasure UsageMeasure => _settings.GetValue("Usage:Measure", CostMeasure.BilledCost);

    /// <summary>Reads them.</summary>
    /// <param name="service">The CRM.</param>
    /// <param name="file">A settings file; null for none.</param>
    /// <exception cref="InvalidDataException">One of them can't be read.</exception>
    public static WorkerSettings Read(IOrganizationService service, FileInfo? file)
    {
        var builder = new ConfigurationBuilder().AddInMemoryCollection(EnvironmentSettings.Read(service));
        if (file is not null)
            builder.AddJsonFile(file.FullName, optional: false, reloadOnChange: false);
        return new WorkerSettings(builder.AddEnvironmentVariables().Build());
    }

    /// <summary>A setting that is missing or wrong, as a sentence; null for anything else.</summary>
    public static string? Reason(Exception exception) =>
        exception is ArgumentException or InvalidDataException or InvalidOperationException ? exception.Message : null;

    /// <summary>Whether both say the same about delivery.</summary>
    public bool DeliversLike(WorkerSettings other) => Delivery().SequenceEqual(other.Delivery());

    private List<KeyValuePair<string, string?>> Delivery() =>
        [.. DeliverySections.SelectMany(section => _settings.GetSection(section).AsEnumerable())];
}

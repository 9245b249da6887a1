using System;
using System.IO;
using CrmAddon.Worker.Settings;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Notifications;

/// <summary>The sender as the settings want it now; another one once they have changed. One query each time.</summary>
internal sealed class SenderSource(IOrganizationService service, FileInfo? file, TimeProvider clock) : IDisposable
{
    private NotificationSender? _sender;
    private WorkerSettings? _settings;

    /// <summary>How long to wait between two looks at the outbox.</summary>
    public TimeSpan Interval { get; private set; } = new NotificationSenderOptions().Interval;

    /// <summary>Whether anything is sent.</summary>
    public bool IsEnabled { get; private set; } = true;

    /// <summary>The sender.</summary>
    /// <exception cref="ArgumentException">A setting is missing or wrong.</exception>
    /// <exception cref="InvalidDataException">An environment variable can't be read.</exception>
    /// <exception cref="InvalidOperationException">A setting can't be read.</exception>
    public NotificationSender Current()
    {
        var settings = WorkerSettings.Read(service, file);
        if (_sender is not null && settings.DeliversLike(_settings!))
            return _sender;

        var options = settings.Notifications;
        var sender = new NotificationSender(service, settings.Graph, options, clock, settings.Teams);
        _sender?.Dispose();
        (_sender, _settings, Interval, IsEnabled) = (sender, settings, options.Interval, options.Enabled);
        return sender;
    }

    /// <inheritdoc/>
    public void Dispose() => _sender?.Dispose();
}

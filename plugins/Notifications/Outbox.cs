using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Settings;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Notifications;

/// <summary>
/// Writes what a partner is to be told, in the transaction of the fact itself; the worker sends it. README.md says what each
/// template is given.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="settings">The environment's settings.</param>
internal sealed class Outbox(IOrganizationService service, EnvironmentSettings settings)
{
    private const int SubjectLength = 200;

    /// <summary>A partner as someone to be told.</summary>
    public Recipient Recipient(Guid partner) => Notifications.Recipient.Of(
        service.Retrieve(Partner.Table, partner, Notifications.Recipient.Columns), settings);

    /// <summary>
    /// Tells a partner by mail, in Teams or by both, as it wants to be told. What was told under the same key is told anew only as long as it waits to be sent; what is on its way or
    /// sent stays as it is.
    /// </summary>
    /// <param name="recipient">The partner.</param>
    /// <param name="template">Name of the template.</param>
    /// <param name="key">What makes the fact one, within the template.</param>
    /// <param name="subject">Subject of the mail.</param>
    /// <param name="data">What the template is given, as JSON.</param>
    public void Tell(Recipient recipient, string template, string key, string subject, string data)
    {
        var told = new Entity(Notification.Table)
        {
            [Notification.Subject] = subject.Cut(SubjectLength),
            [Notification.Data] = data,
            [Notification.Template] = template,
            [Notification.Partner] = recipient.Partner,
        };
        if (recipient.WantsMail)
            Tell(told, template + "|" + key, Notification.ChannelOf.Mail, recipient.Address, recipient.Name);
        if (recipient.WantsTeams)
            Tell(told, template + "|" + key + "|teams", Notification.ChannelOf.Workflow, recipient.Name, recipient.Name);
    }

    private void Tell(Entity told, string key, int channel, string address, string partner)
    {
        if (Known(key) is { } known)
        {
            if (known.Option(Notification.Status) == Notification.StatusOf.Pending)
                service.Update(new Entity(Notification.Table, known.Id)
                {
                    [Notification.Subject] = told[Notification.Subject],
                    [Notification.Data] = told[Notification.Data],
                });

            return;
        }

        var row = new Entity(Notification.Table)
        {
            [Notification.Key] = key,
            [Notification.Recipient] = address,
            [Notification.Channel] = new OptionSetValue(channel),
        };
        foreach (var column in told.Attributes)
            row[column.Key] = column.Value;
        if (address.Length > 0)
        {
            service.Create(row);
            return;
        }

        row[Notification.Error] = Spoken.In(Language.English, new Sentence("notification.no-address", ("partner", partner)));
        Fail(service.Create(row));
    }

    private Entity? Known(string key) => service.First(
        Queries.From(Notification.Table, Notification.Status).Where(Notification.Key, key));

    // Dataverse leaves a state aside when a row is created: a new row is open first.
    private void Fail(Guid row) => service.Update(new Entity(Notification.Table, row)
    {
        [Notification.State] = new OptionSetValue(Notification.StateOf.Ended),
        [Notification.Status] = new OptionSetValue(Notification.StatusOf.Failed),
    });
}

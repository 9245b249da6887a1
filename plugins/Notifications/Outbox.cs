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
    /// Tells a partner. What was told under the same key is told anew only as long as it waits to be sent; what is on its way or
    /// sent stays as it is.
    /// </summary>
    /// <param name="recipient">The partner.</param>
    /// <param name="template">Name of the template.</param>
    /// <param name="key">What makes the fact one, within the template.</param>
    /// <param name="subject">Subject of the mail.</param>
    /// <param name="data">What the template is given, as JSON.</param>
    public void Tell(Recipient recipient, string template, string key, string subject, string data)
    {
        if (!recipient.WantsMail)
            return;

        var row = new Entity(Notification.Table)
        {
            [Notification.Subject] = subject.Cut(SubjectLength),
            [Notification.Data] = data,
        };
        if (Known(template + "|" + key) is { } known)
        {
            row.Id = known.Id;
            if (known.Option(Notification.Status) == Notification.StatusOf.Pending)
                service.Update(row);

            return;
        }

        row[Notification.Key] = template + "|" + key;
        row[Notification.Partner] = recipient.Partner;
        row[Notification.Recipient] = recipient.Address;
        row[Notification.Channel] = new OptionSetValue(Notification.ChannelOf.Mail);
        row[Notification.Template] = template;
        if (recipient.Address.Length > 0)
        {
            service.Create(row);
            return;
        }

        row[Notification.Error] = Spoken.In(Language.English, new Sentence("notification.no-address", ("partner", recipient.Name)));
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

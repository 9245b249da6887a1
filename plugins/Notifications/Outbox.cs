using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Notifications;

/// <summary>
/// Writes what a partner is to be told, in the transaction of the fact itself; the worker sends it. README.md says what each
/// template is given.
/// </summary>
internal sealed class Outbox(IOrganizationService service)
{
    private const int SubjectLength = 200;

    private static readonly ColumnSet PartnerColumns = new(Partner.Name, Partner.Code, Partner.Email, Partner.MailEnabled);

    /// <summary>The partner with the columns that <see cref="Tell"/> needs.</summary>
    public Entity Recipient(Guid partner) => service.Retrieve(Partner.Table, partner, PartnerColumns);

    /// <summary>
    /// Tells a partner. What was told under the same key is told anew only as long as it waits to be sent; what is on its way or
    /// sent stays as it is.
    /// </summary>
    /// <param name="recipient">The partner.</param>
    /// <param name="template">Name of the template.</param>
    /// <param name="key">What makes the fact one, within the template.</param>
    /// <param name="subject">Subject of the mail.</param>
    /// <param name="data">What the template is given, as JSON.</param>
    public void Tell(Entity recipient, string template, string key, string subject, string data)
    {
        if (recipient.GetAttributeValue<bool?>(Partner.MailEnabled) == false)
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
        row[Notification.Partner] = recipient.ToEntityReference();
        row[Notification.Recipient] = recipient.Text(Partner.Email);
        row[Notification.Channel] = new OptionSetValue(Notification.ChannelOf.Mail);
        row[Notification.Template] = template;
        if (recipient.Text(Partner.Email).Length > 0)
        {
            service.Create(row);
            return;
        }

        row[Notification.Error] =
            $"The partner {recipient.Text(Partner.Name)} has no e-mail address. Enter one on the partner and set this row to Pending.";
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

using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Notifications;
using CrmAddon.Plugins.Settings;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>Tells the partner that a registration was approved or rejected.</summary>
internal sealed class RegistrationNews(IOrganizationService service)
{
    public void Tell(Entity registration)
    {
        var status = registration.Option(DealRegistration.Status);
        if (status is not (DealRegistration.StatusOf.Approved or DealRegistration.StatusOf.Rejected)
            || registration.Lookup(DealRegistration.Partner) is not { } partner)
            return;

        var outbox = new Outbox(service, new EnvironmentSettings(service));
        var recipient = outbox.Recipient(partner);
        var isApproved = status == DealRegistration.StatusOf.Approved;
        var news = new RegistrationDecided(
            recipient.Name,
            registration.Text(DealRegistration.Number),
            CustomerName(registration, recipient.Language),
            isApproved,
            isApproved ? registration.Date(DealRegistration.ProtectedFrom) : null,
            isApproved ? registration.Date(DealRegistration.ProtectedUntil) : null,
            registration.GetAttributeValue<OptionSetValue?>(DealRegistration.RejectionReason) is { } reason && !isApproved
                ? Spoken.In(recipient.Language, RejectionReasons.Of(reason))
                : null);
        outbox.Tell(recipient, RegistrationDecided.Template, news.Key, news.Subject(recipient.Language), news.Data(recipient.Language));
    }

    private string CustomerName(Entity registration, Language language) => registration.Lookup(DealRegistration.Customer) is { } customer
        ? service.Retrieve(Account.Table, customer, new ColumnSet(Account.Name)).Text(Account.Name)
        : Spoken.In(language, new Sentence("notification.unknown-customer"));
}

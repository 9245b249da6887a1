using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Notifications;

/// <summary>
/// The outbox as its senders use it. A sender claims a row before it works on it, by an update that only succeeds on the version
/// that it has read: of two senders one gets the row. The claim lapses, so that what a killed sender left is taken up again.
/// </summary>
internal sealed class NotificationOutbox(IOrganizationService service, NotificationSenderOptions options, TimeProvider clock)
{
    /// <summary>The platform's answer to an update of another version than the one that was read.</summary>
    private const int VersionMismatch = unchecked((int)0x80060882);

    private const int PageSize = 50;
    private const int LongestError = 4000;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The next mails that are due, oldest first.</summary>
    public IReadOnlyList<Notification> Due()
    {
        var query = new QueryExpression(Notification.Table) { ColumnSet = new ColumnSet(Notification.Columns), TopCount = PageSize };
        query.Criteria.AddCondition(Notification.Channel, ConditionOperator.Equal, Notification.Mail);
        query.Criteria.AddCondition(Notification.State, ConditionOperator.Equal, Notification.Open);
        var due = query.Criteria.AddFilter(LogicalOperator.Or);

        var pending = due.AddFilter(LogicalOperator.And);
        pending.AddCondition(Notification.Status, ConditionOperator.Equal, Notification.Pending);
        AddReached(pending, Notification.NotBefore);

        var abandoned = due.AddFilter(LogicalOperator.And);
        abandoned.AddCondition(Notification.Status, ConditionOperator.Equal, Notification.Sending);
        AddReached(abandoned, Notification.ClaimedUntil);

        query.AddOrder("createdon", OrderType.Ascending);
        query.AddOrder("cov_key", OrderType.Ascending);
        return [.. service.RetrieveMultiple(query).Entities.Select(row => new Notification(row))];
    }

    /// <summary>Claims a row for this sender.</summary>
    /// <returns>The row as it stands now; null when another sender was faster.</returns>
    public Notification? Claim(Notification notification) => Change(notification, new Entity(Notification.Table)
    {
        [Notification.Status] = new OptionSetValue(Notification.Sending),
        [Notification.ClaimedBy] = options.Name,
        [Notification.ClaimedUntil] = Now + options.Claim,
        [Notification.Attempts] = notification.AttemptCount + 1,
    });

    /// <summary>Keeps the draft's id, before the draft is sent.</summary>
    /// <returns>The row as it stands now; null when the claim has lapsed and another sender has the row: this one must stop.</returns>
    public Notification? KeepDraft(Notification notification, string draft) =>
        Change(notification, new Entity(Notification.Table) { [Notification.ExternalId] = draft });

    /// <summary>Ends a row whose mail Graph has confirmed. That is a fact, whoever claims the row now.</summary>
    public void MarkSent(Notification notification) => service.Update(new Entity(Notification.Table, notification.Id)
    {
        [Notification.State] = new OptionSetValue(Notification.Ended),
        [Notification.Status] = new OptionSetValue(Notification.Sent),
        [Notification.SentOn] = Now,
        [Notification.Error] = null,
        [Notification.ClaimedUntil] = null,
    });

    /// <summary>Gives a row up for good, for a person to look at.</summary>
    public void MarkFailed(Notification notification, string reason) => Change(notification, new Entity(Notification.Table)
    {
        [Notification.State] = new OptionSetValue(Notification.Ended),
        [Notification.Status] = new OptionSetValue(Notification.Failed),
        [Notification.Error] = Shorten(reason),
        [Notification.ClaimedUntil] = null,
    });

    /// <summary>Gives a row back to be tried again later.</summary>
    /// <param name="notification">The row.</param>
    /// <param name="reason">What happened.</param>
    /// <param name="wait">How long nobody may try it again.</param>
    /// <param name="attempts">How many attempts count against it now.</param>
    public void Postpone(Notification notification, string reason, TimeSpan wait, int attempts) =>
        Change(notification, new Entity(Notification.Table)
        {
            [Notification.Status] = new OptionSetValue(Notification.Pending),
            [Notification.NotBefore] = Now + wait,
            [Notification.Attempts] = attempts,
            [Notification.Error] = Shorten(reason),
            [Notification.ClaimedUntil] = null,
        });

    private static string Shorten(string reason) => reason.Length <= LongestError ? reason : reason[..LongestError];

    private void AddReached(FilterExpression filter, string column)
    {
        var reached = filter.AddFilter(LogicalOperator.Or);
        reached.AddCondition(column, ConditionOperator.Null);
        reached.AddCondition(column, ConditionOperator.LessEqual, Now);
    }

    private Notification? Change(Notification notification, Entity change)
    {
        change.Id = notification.Id;
        change.RowVersion = notification.RowVersion;
        try
        {
            service.Execute(new UpdateRequest { Target = change, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == VersionMismatch)
        {
            return null;
        }

        return new Notification(service.Retrieve(Notification.Table, notification.Id, new ColumnSet(Notification.Columns)));
    }
}

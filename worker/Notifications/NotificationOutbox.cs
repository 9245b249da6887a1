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
    private const int PageSize = 50;
    private const int LongestError = 4000;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// The next notifications of a channel that are due, oldest first: those that nobody has claimed, those whose claim has lapsed, and those that this
    /// sender left in an earlier life.
    /// </summary>
    public IReadOnlyList<Notification> Due(int channel)
    {
        var query = new QueryExpression(Notification.Table) { ColumnSet = new ColumnSet(Notification.Columns), TopCount = PageSize };
        query.Criteria.AddCondition(Notification.Channel, ConditionOperator.Equal, channel);
        query.Criteria.AddCondition(Notification.State, ConditionOperator.Equal, Notification.Open);
        var due = query.Criteria.AddFilter(LogicalOperator.Or);

        var pending = due.AddFilter(LogicalOperator.And);
        pending.AddCondition(Notification.Status, ConditionOperator.Equal, Notification.Pending);
        AddReached(pending, Notification.NotBefore);

        var abandoned = due.AddFilter(LogicalOperator.And);
        abandoned.AddCondition(Notification.Status, ConditionOperator.Equal, Notification.Sending);
        var lapsed = AddReached(abandoned, Notification.ClaimedUntil);
        lapsed.AddCondition(Notification.ClaimedBy, ConditionOperator.Equal, options.Name);

        query.AddOrder("createdon", OrderType.Ascending);
        query.AddOrder("cov_key", OrderType.Ascending);
        return [.. service.RetrieveMultiple(query).Entities.Select(row => new Notification(row))];
    }

    /// <summary>Claims a row for this sender.</summary>
    /// <returns>False when another sender was faster.</returns>
    public bool TryClaim(Notification notification) => TryChange(notification, new Entity(Notification.Table)
    {
        [Notification.Status] = new OptionSetValue(Notification.Sending),
        [Notification.ClaimedBy] = options.Name,
        [Notification.ClaimedUntil] = Now + options.Claim,
        [Notification.Attempts] = notification.AttemptCount + 1,
    });

    /// <summary>Keeps what the other side knows it by, before it is sent; null when it is certain that nothing was sent.</summary>
    /// <returns>False when the claim has lapsed and another sender has the row: this one must stop.</returns>
    public bool TryKeepExternalId(Notification notification, string? id) =>
        TryChange(notification, new Entity(Notification.Table) { [Notification.ExternalId] = id });

    /// <summary>Ends a row whose delivery is confirmed. That is a fact, whoever claims the row now.</summary>
    public void MarkSent(Notification notification) => service.Update(new Entity(Notification.Table, notification.Id)
    {
        [Notification.State] = new OptionSetValue(Notification.Ended),
        [Notification.Status] = new OptionSetValue(Notification.Sent),
        [Notification.SentOn] = Now,
        [Notification.Error] = null,
        [Notification.ClaimedUntil] = null,
    });

    /// <summary>Gives a row up for good, for a person to look at.</summary>
    /// <returns>False when another sender has the row.</returns>
    public bool TryMarkFailed(Notification notification, string reason) => TryChange(notification, new Entity(Notification.Table)
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
    /// <returns>False when another sender has the row.</returns>
    public bool TryPostpone(Notification notification, string reason, TimeSpan wait, int attempts) =>
        TryChange(notification, new Entity(Notification.Table)
        {
            [Notification.Status] = new OptionSetValue(Notification.Pending),
            [Notification.NotBefore] = Now + wait,
            [Notification.Attempts] = attempts,
            [Notification.Error] = Shorten(reason),
            [Notification.ClaimedUntil] = null,
        });

    private static string Shorten(string reason) => reason.Length <= LongestError ? reason : reason[..LongestError];

    private FilterExpression AddReached(FilterExpression filter, string column)
    {
        var reached = filter.AddFilter(LogicalOperator.Or);
        reached.AddCondition(column, ConditionOperator.Null);
        reached.AddCondition(column, ConditionOperator.LessEqual, Now);
        return reached;
    }

    /// <summary>Changes the row if it is still the one that was read, and reads it again.</summary>
    private bool TryChange(Notification notification, Entity change)
    {
        change.Id = notification.Id;
        change.RowVersion = notification.RowVersion;
        try
        {
            service.Execute(new UpdateRequest { Target = change, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
        }
        catch (FaultException<OrganizationServiceFault>) when (Read(notification).RowVersion != notification.RowVersion)
        {
            // Whichever rule the platform names: the row is not the one that was read.
            return false;
        }

        notification.Refresh(Read(notification));
        return true;
    }

    private Entity Read(Notification notification) =>
        service.Retrieve(Notification.Table, notification.Id, new ColumnSet(Notification.Columns));
}

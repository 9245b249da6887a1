using System;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Notifications.Mails;

namespace CrmAddon.Worker.Notifications;

/// <summary>A way by which notifications reach people.</summary>
internal interface IChannel : IDisposable
{
    /// <summary>Its option of the choice cov_channel.</summary>
    int Option { get; }

    /// <summary>Delivers a notification that this sender has claimed.</summary>
    /// <param name="notification">The row.</param>
    /// <param name="wasTried">Whether somebody may have delivered it already.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="MailDataException">Nothing can be made of its data.</exception>
    Task<Attempt> DeliverAsync(Notification notification, bool wasTried, CancellationToken cancellation);

    /// <summary>What an exception of <see cref="DeliverAsync"/> means; null when it is a defect, which nobody should hide.</summary>
    DeliveryFailure? FailureOf(Exception exception);
}

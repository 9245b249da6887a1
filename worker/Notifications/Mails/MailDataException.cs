using System;

namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>A notification that no mail can be made of: an unknown template, or data that don't fit it. The message says which.</summary>
public sealed class MailDataException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public MailDataException()
    {
    }

    /// <summary>Creates the exception with what is wrong.</summary>
    public MailDataException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with what is wrong and the error behind it.</summary>
    public MailDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

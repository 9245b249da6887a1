using System;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Notifications;

/// <summary>A row of the outbox, <c>cov_notification</c>: one fact, to be told once to one recipient.</summary>
internal sealed class Notification(Entity row)
{
    private Entity _row = row;

    public const string Table = "cov_notification";
    public const string Subject = "cov_name";
    public const string Partner = "cov_partnerid";
    public const string Recipient = "cov_recipient";
    public const string Channel = "cov_channel";
    public const string Template = "cov_template";
    public const string Data = "cov_data";
    public const string Attempts = "cov_attempts";
    public const string NotBefore = "cov_notbefore";
    public const string ClaimedBy = "cov_claimedby";
    public const string ClaimedUntil = "cov_claimeduntil";
    public const string ExternalId = "cov_externalid";
    public const string SentOn = "cov_senton";
    public const string Error = "cov_error";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public const int Open = 0;
    public const int Ended = 1;
    public const int Pending = 1;
    public const int Sending = 770000000;
    public const int Sent = 2;
    public const int Failed = 770000001;
    public const int Mail = 770000000;
    public const int Workflow = 770000001;

    public static readonly string[] Columns =
        [Subject, Partner, Recipient, Template, Data, Attempts, ClaimedBy, ExternalId, Error, Status];

    public Guid Id => _row.Id;

    public string? RowVersion => _row.RowVersion;

    public string SubjectText => _row.GetAttributeValue<string>(Subject) ?? "";

    public string RecipientAddress => _row.GetAttributeValue<string>(Recipient) ?? "";

    public string TemplateName => _row.GetAttributeValue<string>(Template) ?? "";

    public string DataJson => _row.GetAttributeValue<string>(Data) ?? "";

    /// <summary>How often it has failed for reasons of its own, the attempt in progress included.</summary>
    public int AttemptCount => _row.GetAttributeValue<int?>(Attempts) ?? 0;

    /// <summary>The partner who is told.</summary>
    public Guid? PartnerId => _row.GetAttributeValue<EntityReference>(Partner)?.Id;

    /// <summary>What its channel knows it by on the other side: the draft that was made for it, or when it was handed to a workflow.</summary>
    public string? ExternalIdText => _row.GetAttributeValue<string>(ExternalId);

    /// <summary>Whether somebody may have delivered it already, so that this has to be found out first.</summary>
    public bool WasTried => AttemptCount > 0 || ExternalIdText is not null ||
        _row.GetAttributeValue<string>(Error) is not null || _row.GetAttributeValue<string>(ClaimedBy) is not null;

    /// <summary>Takes the row as it stands now.</summary>
    public void Refresh(Entity row) => _row = row;
}

namespace CrmAddon.Plugins.Tables;

/// <summary>A row of the outbox.</summary>
internal static class Notification
{
    public const string Table = "cov_notification";
    public const string Id = "cov_notificationid";
    public const string Key = "cov_key";
    public const string Subject = "cov_name";
    public const string Partner = "cov_partnerid";
    public const string Recipient = "cov_recipient";
    public const string Channel = "cov_channel";
    public const string Template = "cov_template";
    public const string Data = "cov_data";
    public const string Error = "cov_error";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public static class StateOf
    {
        public const int Open = 0;
        public const int Ended = 1;
    }

    public static class StatusOf
    {
        public const int Pending = 1;
        public const int Sending = 770000000;
        public const int Sent = 2;
        public const int Failed = 770000001;
    }

    public static class ChannelOf
    {
        public const int Mail = 770000000;
        public const int Workflow = 770000001;
    }
}

namespace CrmAddon.Plugins.Tables;

/// <summary>A partner organisation; the rules know it by its code.</summary>
internal static class Partner
{
    public const string Table = "cov_partner";
    public const string Id = "cov_partnerid";
    public const string Name = "cov_name";
    public const string Code = "cov_code";
    public const string Email = "cov_email";
    public const string Track = "cov_track";
    public const string Tier = "cov_tier";
    public const string MailEnabled = "cov_mailenabled";
}

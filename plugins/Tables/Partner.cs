namespace CrmAddon.Plugins.Tables;

/// <summary>A partner organisation; the rules know it by its code.</summary>
internal static class Partner
{
    public const string Table = "cov_partner";
    public const string Id = "cov_partnerid";
    public const string Name = "cov_name";
    public const string Code = "cov_code";
    public const string Manager = "cov_managerid";
    public const string Owner = "ownerid";
    public const string Email = "cov_email";
    public const string Track = "cov_track";
    public const string Tier = "cov_tier";
    public const string MailEnabled = "cov_mailenabled";
    public const string Language = "cov_language";

    /// <summary>The address of a workflow in the partner's own Teams; a secret, which nothing but the worker reads out.</summary>
    public const string TeamsWorkflow = "cov_teamsworkflowurl";

    /// <summary>The choice cov_language by the codes of the languages.</summary>
    public static class LanguageOf
    {
        private const int First = 770000000;

        private static readonly string[] Codes = ["en", "de"];

        /// <summary>The code of a partner's language; null where none is chosen.</summary>
        public static string? CodeOf(int? option) => option - First is { } i and >= 0 && i < Codes.Length ? Codes[i] : null;
    }
}

using System.Collections.Generic;

namespace CrmAddon.Plugins.Settings;

/// <summary>An environment variable that plug-ins read.</summary>
/// <param name="Name">Its schema name.</param>
/// <param name="Default">What holds where the environment has no such variable, as its definition says too.</param>
internal sealed record Setting(string Name, string Default)
{
    /// <summary>Whether previews and explanations look for what was nearly otherwise.</summary>
    public static Setting NearMisses { get; } = new("cov_NearMisses", "yes");

    /// <summary>How many deals and customers' months the preview of a rule version judges at most.</summary>
    public static Setting PreviewMaxCases { get; } = new("cov_PreviewMaxCases", "5000");

    /// <summary>How many of the largest entries the mail of a statement lists.</summary>
    public static Setting StatementMailLines { get; } = new("cov_StatementMailLines", "20");

    /// <summary>The language of mails to partners who have none of their own.</summary>
    public static Setting MailLanguage { get; } = new("cov_MailLanguage", "en");

    public static IReadOnlyList<Setting> All { get; } = [NearMisses, PreviewMaxCases, StatementMailLines, MailLanguage];
}

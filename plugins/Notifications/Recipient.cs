using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Settings;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Notifications;

/// <summary>The partner who is told something.</summary>
/// <param name="Partner">Its row.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Where its mail goes; empty if nobody has entered an address.</param>
/// <param name="WantsMail">Whether it gets mail at all.</param>
/// <param name="WantsTeams">Whether it is told in its own Teams: it has entered a workflow for that.</param>
/// <param name="Language">The language in which it is told.</param>
internal sealed record Recipient(EntityReference Partner, string Code, string Name, string Address, bool WantsMail, bool WantsTeams, Language Language)
{
    public static ColumnSet Columns { get; } = new(
        Tables.Partner.Code, Tables.Partner.Name, Tables.Partner.Email, Tables.Partner.MailEnabled, Tables.Partner.TeamsWorkflow, Tables.Partner.Language);

    /// <param name="partner">Its row.</param>
    /// <param name="settings">Say the language of partners who have none of their own.</param>
    public static Recipient Of(Entity partner, EnvironmentSettings settings) => new(
        partner.ToEntityReference(),
        partner.Text(Tables.Partner.Code),
        partner.Text(Tables.Partner.Name),
        partner.Text(Tables.Partner.Email),
        partner.GetAttributeValue<bool?>(Tables.Partner.MailEnabled) != false,
        partner.Text(Tables.Partner.TeamsWorkflow).Trim().Length > 0,
        Language.TryFind(Tables.Partner.LanguageOf.CodeOf(partner.Option(Tables.Partner.Language))) ?? settings.Language(Setting.MailLanguage));
}

using System;
using System.ServiceModel;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Languages;

/// <summary>The sentences of the plug-ins (<c>en.txt</c>, <c>de.txt</c>) and the languages of those who read them.</summary>
internal static class Spoken
{
    /// <summary>Every sentence that the plug-ins say.</summary>
    public static Sentences All { get; } = new(typeof(Spoken).Assembly);

    /// <summary>A sentence in a language.</summary>
    public static string In(Language language, Sentence sentence) => All.Say(language, sentence);

    /// <summary>The language in which a user works; English where he has chosen none, or one that the plug-ins don't speak.</summary>
    public static Language Of(IOrganizationService service, Guid user)
    {
        try
        {
            var settings = service.First(Queries.From("usersettings", "uilanguageid").Where("systemuserid", user));
            return Language.TryFind(settings?.GetAttributeValue<int?>("uilanguageid") ?? 0) ?? Language.English;
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            // What is to be said matters more than the language in which it is said.
            return Language.English;
        }
    }
}

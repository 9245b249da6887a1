using System.Collections.Generic;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary>The messages about definitions and the environment. They read; nothing about definitions is changed here.</summary>
internal static class DefinitionMessages
{
    public static IEnumerable<(string Name, IMessage Message)> All(Organization organization)
    {
        yield return ("RetrieveEntity", new RetrieveEntityMessage(organization));
        yield return ("RetrieveAllEntities", new RetrieveAllEntitiesMessage(organization));
        yield return ("RetrieveAttribute", new RetrieveAttributeMessage(organization));
        yield return ("RetrieveRelationship", new RetrieveRelationshipMessage(organization));
        yield return ("RetrieveOptionSet", new RetrieveOptionSetMessage(organization));
        yield return ("RetrieveAllOptionSets", new RetrieveAllOptionSetsMessage(organization));
        yield return ("RetrieveEntityKey", new RetrieveEntityKeyMessage(organization));
        yield return ("RetrieveMetadataChanges", new RetrieveMetadataChangesMessage(organization));
        yield return ("RetrieveTimestamp", new RetrieveTimestampMessage(organization));
        yield return ("RetrieveVersion", new RetrieveVersionMessage());
        yield return ("RetrieveCurrentOrganization", new RetrieveCurrentOrganizationMessage(organization));
        yield return ("RetrieveProvisionedLanguages", new RetrieveProvisionedLanguagesMessage());
    }
}

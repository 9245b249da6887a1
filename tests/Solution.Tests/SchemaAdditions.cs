using System;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests;

/// <summary>What current exports of Dataverse carry and the published schemas, which are older, do not know.</summary>
internal sealed record SchemaAddition(string Parent, string Name, string Why)
{
    public override string ToString() => Parent + "/" + Name;
}

internal static class SchemaAdditions
{
    public static readonly SchemaAddition[] All =
    [
        new("entity", "IsRetrieveAuditEnabled", "auditing of single reads, since 9.1"),
        new("entity", "IsRetrieveMultipleAuditEnabled", "auditing of lists, since 9.1"),
        new("entity", "IsMSTeamsIntegrationEnabled", "collaboration in Teams, since 9.1"),
        new("entity", "IsSolutionAware", "rows as solution components, since 9.1"),
        new("attribute", "AutoNumberFormat", "autonumber columns, since 9.0"),
        new("attribute", "IsSearchable", "Dataverse search, since 9.1"),
        new("attribute", "IsFilterable", "Dataverse search, since 9.1"),
        new("attribute", "IsRetrievable", "Dataverse search, since 9.1"),
        new("attribute", "IsLocalizable", "localizable columns, since 9.1"),
        new("EntityRelationship", "CascadeArchive", "long-term retention, since 9.2"),
        new("FieldPermission", "CanReadUnmasked", "masked columns, since 9.2"),
        new("form", "@headerdensity", "header of the unified client, since 9.1"),
        new("fetch", "@useraworderby", "choices sorted by their values, not their labels"),
        new("condition", "@valueof", "comparison of two columns in FetchXML, since 9.1"),
        new("Workflow", "IsCustomProcessingStepAllowedForOtherPublishers", "steps of others on a process's events, since 9.0"),
        new("Workflow", "ProcessTriggerScope", "business rules of all forms, since 9.0"),
        new("Workflow", "ModernFlowType", "kinds of cloud flows, since 9.2"),
        new("AppModule", "OptimizedFor", "kinds of apps, since 9.2"),
        new("AppModule", "statecode", "apps that are switched off, since 9.2"),
        new("AppModule", "statuscode", "apps that are switched off, since 9.2"),
        new("AppModule", "NavigationType", "multi-session apps, since 9.1"),
        new("AppModuleSiteMap", "EnableCollapsibleGroups", "navigation of the unified client, since 9.1"),
        new("AppModuleSiteMap", "ShowHome", "navigation of the unified client, since 9.1"),
        new("AppModuleSiteMap", "ShowPinned", "navigation of the unified client, since 9.1"),
        new("AppModuleSiteMap", "ShowRecents", "navigation of the unified client, since 9.1"),
    ];

    /// <summary>Type of the columns that hold the name of a table. Only the platform's own tables have them, so that no solution carries the type.</summary>
    private const string TableName = "entityname";

    /// <summary>Takes the additions out of a document, so that the rest can be checked; tells which were found.</summary>
    public static void Remove(XDocument document, Action<SchemaAddition> found)
    {
        foreach (var type in document.Descendants("attribute").Elements("Type").Where(t => t.Value == TableName))
            type.Value = "nvarchar";
        foreach (var addition in All)
        {
            var isAttribute = addition.Name.StartsWith('@');
            foreach (var parent in document.Descendants(addition.Parent).ToList())
            {
                XObject[] extra = isAttribute
                    ? [.. parent.Attributes(addition.Name[1..])]
                    : [.. parent.Elements(addition.Name)];
                foreach (var item in extra)
                {
                    found(addition);
                    if (item is XElement element)
                        element.Remove();
                    else
                        ((XAttribute)item).Remove();
                }
            }
        }
    }
}

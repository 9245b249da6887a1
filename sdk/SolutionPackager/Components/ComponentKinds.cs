using System.Collections.Generic;

namespace CrmAddon.SolutionPackager.Components;

/// <summary>The kinds that are taken apart into files. Everything else stays in the customizations document.</summary>
internal static class ComponentKinds
{
    public static IReadOnlyList<ComponentKind> All { get; } =
    [
        new Tables(),
        new FileForEach("Roles", "Role", "Roles", "{0}.xml", "@name"),
        new FileWithContent("Workflows", "Workflow", "Workflows", "XamlFileName", "JsonFileName"),
        new OneFile("FieldSecurityProfiles"),
        new OneFile("EntityMaps"),
        new Relationships(),
        new FileForEach("optionsets", "optionset", "OptionSets", "{0}.xml", "@Name"),
        new FileForEach("Dashboards", "Dashboard", "Dashboards", "{0}.xml", "FormId"),
        new FileForEach("InteractionCentricDashboards", "InteractionCentricDashboard", "InteractionCentricDashboards", "{0}.xml", "FormId"),
        new FileWithContent("WebResources", "WebResource", "WebResources", "FileName") { Name = "Name" },
        new FileWithContent("SolutionPluginAssemblies", "PluginAssembly", "PluginAssemblies", "FileName"),
        new FileForEach("SdkMessageProcessingSteps", "SdkMessageProcessingStep", "SdkMessageProcessingSteps", "{0}.xml", "@SdkMessageProcessingStepId"),
        new FileForEach("AppModuleSiteMaps", "AppModuleSiteMap", "AppModuleSiteMaps", "{0}/AppModuleSiteMap.xml", "SiteMapUniqueName") { Varies = true },
        new FileForEach("AppModules", "AppModule", "AppModules", "{0}/AppModule.xml", "UniqueName") { Varies = true, IsBare = true },
    ];
}

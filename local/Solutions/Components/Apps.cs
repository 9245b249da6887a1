using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Components;

/// <summary>Model-driven apps with what they show and who may open them, and their site maps.</summary>
internal static class Apps
{
    private const string Table = "appmodule";

    public static Guid SiteMapId(string uniqueName) => DefinitionIds.Of("sitemap:" + uniqueName.ToLowerInvariant());

    public static Guid Id(string uniqueName) => DefinitionIds.Of("app:" + uniqueName.ToLowerInvariant());

    public static IEnumerable<Component> Read(SolutionTree tree)
    {
        foreach (var file in tree.Files("AppModuleSiteMaps", "AppModuleSiteMap.xml", below: true))
        {
            var map = SolutionXml.Load(file);
            var name = map.RequiredText("SiteMapUniqueName");
            yield return new Component("sitemap", SiteMapId(name), file)
                .With(map)
                .With("sitemapnameunique", name)
                .With("sitemapname", map.Child("LocalizedNames").Label() ?? name)
                .With("isappaware", true)
                .WithXml("sitemapxml", map.Child("SiteMap"));
        }

        foreach (var file in tree.Files("AppModules", "AppModule.xml", below: true))
        {
            foreach (var component in App(file))
            {
                yield return component;
            }
        }
    }

    private static IEnumerable<Component> App(SolutionFile file)
    {
        var app = SolutionXml.Load(file);
        var unique = app.RequiredText("UniqueName");
        var id = Id(unique);
        yield return new Component(Table, id, file).With("name", unique).With(app).Named(app).With("appmoduleidunique", id);
        foreach (var part in app.Child("AppModuleComponents")?.Elements() ?? [])
        {
            var component = RootComponent.Read(part);
            yield return new Component("appmodulecomponent", DefinitionIds.Of(FormattableString.Invariant($"{unique}:{component.Type}:{component.Name}").ToLowerInvariant()), file)
                .With("appmoduleidunique", new EntityReference(Table, id))
                .With("componenttype", component.Type)
                .With("rootcomponentbehavior", component.Behavior)
                .With("objectid", component);
        }

        foreach (var role in (app.Child("AppModuleRoleMaps")?.Elements() ?? []).Select(r => r.IdAttribute("id")))
        {
            yield return new Component("appmoduleroles", DefinitionIds.Of($"{unique}:{role}".ToLowerInvariant()), file)
                .With("appmoduleid", id)
                .With("roleid", role);
        }
    }
}

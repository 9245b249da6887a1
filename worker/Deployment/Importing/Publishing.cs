using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using CrmAddon.SolutionPackager;
using CrmAddon.Worker.Dataverse;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.Importing;

/// <summary>
/// Publishes what the solution holds and nothing else, so that what others are working on in the environment stays a draft; on the tables
/// account and opportunity that can't be told apart.
/// </summary>
internal sealed class Publishing(Target target)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private const int WebResource = 61;
    private const int SiteMap = 62;
    private const int App = 80;

    /// <summary>Publishes the solution. A managed one is published by its import.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        if (!target.Solution.IsManaged)
            await SendAsync(Contents(target.Solution.Files, await ComponentsAsync(stop).ConfigureAwait(false)), stop).ConfigureAwait(false);
    }

    /// <summary>Publishes tables, with their forms.</summary>
    public Task RunAsync(IEnumerable<string> tables, CancellationToken stop) =>
        SendAsync(new XElement("importexportxml", new XElement("entities", tables.Select(table => new XElement("entity", table)))), stop);

    private Task SendAsync(XElement what, CancellationToken stop) => target.Teller.WatchAsync("Publishing", async progress =>
    {
        while (true)
        {
            try
            {
                await target.Service.ExecuteAsync(new PublishXmlRequest { ParameterXml = what.ToString(SaveOptions.DisableFormatting) }, stop).ConfigureAwait(false);
                return;
            }
            catch (FaultException<OrganizationServiceFault> fault) when (fault.IsLocked())
            {
                progress.Report("another import, publishing or removal is running in the environment; waiting for it");
                await Task.Delay(Look, target.Clock, stop).ConfigureAwait(false);
            }
        }
    });

    // What is new has no rows to be seen before it is published, but it has its place in the solution.
    private async Task<ILookup<int, Guid>> ComponentsAsync(CancellationToken stop)
    {
        var query = new QueryExpression("solutioncomponent") { ColumnSet = new ColumnSet("componenttype", "objectid") };
        query.Criteria.AddCondition("componenttype", ConditionOperator.In, WebResource, SiteMap, App);
        query.AddLink("solution", "solutionid", "solutionid").LinkCriteria.AddCondition("uniquename", ConditionOperator.Equal, target.Solution.UniqueName);
        return (await target.Service.AllAsync(query, stop).ConfigureAwait(false)).ToLookup(
            component => component.GetAttributeValue<OptionSetValue>("componenttype")!.Value, component => component.GetAttributeValue<Guid>("objectid"));
    }

    private static XElement Contents(SolutionFiles files, ILookup<int, Guid> components) => new(
        "importexportxml",
        List("entities", "entity", Xml(files, "Entities/", "/Entity.xml").Select(entity => ((string?)entity.Element("Name"))?.ToLowerInvariant())),
        List("optionsets", "optionset", Xml(files, "OptionSets/", ".xml").Select(choice => (string?)choice.Attribute("Name"))),
        List("webresources", "webresource", components[WebResource].Select(id => id.ToString("B"))),
        List("sitemaps", "sitemap", components[SiteMap].Select(id => id.ToString("B"))),
        List("appmodules", "appmodule", components[App].Select(id => id.ToString("B"))),
        List("dashboards", "dashboard", Xml(files, "Dashboards/", ".xml").Select(dashboard => (string?)dashboard.Descendants("FormId").FirstOrDefault())));

    private static IEnumerable<XElement> Xml(SolutionFiles files, string folder, string end) => files.Paths
        .Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(end, StringComparison.Ordinal))
        .Select(path => files.Xml(path).Root!);

    private static XElement? List(string list, string item, IEnumerable<string?> names) =>
        names.OfType<string>().Select(name => new XElement(item, name)).ToList() is { Count: > 0 } items ? new XElement(list, items) : null;
}

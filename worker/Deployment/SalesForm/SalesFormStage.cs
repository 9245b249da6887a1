using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using CrmAddon.Worker.Dataverse;
using CrmAddon.Worker.Deployment.Importing;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.SalesForm;

/// <summary>
/// The partner tab in the forms where people work: those of Dynamics 365 Sales, those that the command names, and those that have it
/// already. A solution file can't bring a difference to a form of somebody else as long as it is unmanaged, so the tab is copied from our
/// own form; the forms become a part of the solution, and of the managed one that is exported from it.
/// </summary>
internal sealed class SalesFormStage(Target target, IReadOnlyList<string> named) : IStage
{
    private const int Main = 2;
    private const int Active = 1;

    private static readonly Dictionary<string, Guid> OfSales = new(StringComparer.Ordinal)
    {
        ["account"] = new("8448b78f-8f42-454e-8e2a-f8196b0419af"),
        ["opportunity"] = new("a837e4a7-01b8-4f82-a475-be9abd67e667"),
    };

    public string Name => "Forms of Dynamics 365 Sales";

    public async Task<IReadOnlyList<Change>> PlanAsync(CancellationToken stop)
    {
        List<Change> changes = [];
        HashSet<string> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (table, own, tab) in Tabs())
        {
            foreach (var form in await FormsAsync(table, stop).ConfigureAwait(false))
            {
                var isNamed = named.Where(name => IsCalled(form, name)).ToList();
                found.UnionWith(isNamed);
                var xml = XElement.Parse(form.GetAttributeValue<string>("formxml")!);
                if (form.Id != own && (isNamed.Count > 0 || form.Id == OfSales.GetValueOrDefault(table) || PartnerTab.IsIn(xml)) && !tab.Stands(xml))
                    changes.Add(Plan(table, form, xml, tab));
            }
        }

        return named.FirstOrDefault(name => !found.Contains(name)) is { } unknown
            ? throw new DeploymentException($"There is no active main form '{unknown}' of {string.Join(" or ", Tabs().Select(tab => tab.Table))} in the environment (--form).")
            : changes;
    }

    // Our own forms with the tab on tables that are not ours.
    private IEnumerable<(string Table, Guid Form, PartnerTab Tab)> Tabs() =>
        from path in target.Solution.Files.Paths
        let parts = path.Split('/')
        where parts is ["Entities", _, "FormXml", "main", _] && !parts[1].StartsWith(target.Solution.Prefix + "_", StringComparison.OrdinalIgnoreCase)
        let form = target.Solution.Files.Xml(path).Root!.Descendants("systemform").First()
        let tab = PartnerTab.Of(form.Element("form")!)
        where tab is not null
        select (parts[1].ToLowerInvariant(), Guid.Parse((string)form.Element("formid")!), tab);

    private async Task<IReadOnlyList<Entity>> FormsAsync(string table, CancellationToken stop)
    {
        var query = new QueryExpression("systemform") { ColumnSet = new ColumnSet("name", "formxml"), Orders = { new OrderExpression("name", OrderType.Ascending) } };
        query.Criteria.AddCondition("objecttypecode", ConditionOperator.Equal, table);
        query.Criteria.AddCondition("type", ConditionOperator.Equal, Main);
        query.Criteria.AddCondition("formactivationstate", ConditionOperator.Equal, Active);
        return await target.Service.AllAsync(query, stop).ConfigureAwait(false);
    }

    private static bool IsCalled(Entity form, string name) =>
        string.Equals(form.GetAttributeValue<string>("name"), name, StringComparison.OrdinalIgnoreCase) || (Guid.TryParse(name, out var id) && id == form.Id);

    private Change Plan(string table, Entity form, XElement xml, PartnerTab tab)
    {
        var title = $"tab Partners in the form {form.GetAttributeValue<string>("name")} of {table}";
        return new Change(PartnerTab.IsIn(xml) ? ChangeKind.Alter : ChangeKind.Add, title, stop => WriteAsync(table, form.Id, tab, stop));
    }

    // Into what was saved last, published or not: somebody's draft of the form stays, and becomes public with the tab.
    private async Task WriteAsync(string table, Guid form, PartnerTab tab, CancellationToken stop)
    {
        var draft = ((RetrieveUnpublishedResponse)await target.Service.ExecuteAsync(
            new RetrieveUnpublishedRequest { Target = new EntityReference("systemform", form), ColumnSet = new ColumnSet("formxml") }, stop).ConfigureAwait(false)).Entity;
        var xml = XElement.Parse(draft.GetAttributeValue<string>("formxml")!);
        if (!tab.Stands(xml))
        {
            await target.UpdateAsync(
                new Entity("systemform", form) { ["formxml"] = tab.Into(xml).ToString(SaveOptions.DisableFormatting) }, stop).ConfigureAwait(false);
        }

        await new Publishing(target).RunAsync([table], stop).ConfigureAwait(false);
    }
}

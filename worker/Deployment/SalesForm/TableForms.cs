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

/// <summary>The forms of tables that are not ours but have a form of ours with a partner tab.</summary>
internal sealed class TableForms(Target target)
{
    /// <summary>What a form is among the components of a solution.</summary>
    public const int Component = 60;

    private const int Main = 2;
    private const int Active = 1;

    /// <summary>The tables, each with our own form and its tab.</summary>
    public IEnumerable<(string Table, Guid Form, PartnerTab Tab)> Tabs() =>
        from path in target.Solution.Files.Paths
        let parts = path.Split('/')
        where parts is ["Entities", _, "FormXml", "main", _] && !parts[1].StartsWith(target.Solution.Prefix + "_", StringComparison.OrdinalIgnoreCase)
        let form = target.Solution.Files.Xml(path).Root!.Descendants("systemform").First()
        let tab = PartnerTab.Of(form.Element("form")!)
        where tab is not null
        select (parts[1].ToLowerInvariant(), Guid.Parse((string)form.Element("formid")!), tab);

    /// <summary>The active main forms of a table, as they are published.</summary>
    public async Task<IReadOnlyList<Entity>> ActiveAsync(string table, CancellationToken stop)
    {
        var query = new QueryExpression("systemform") { ColumnSet = new ColumnSet("name", "formxml"), Orders = { new OrderExpression("name", OrderType.Ascending) } };
        query.Criteria.AddCondition("objecttypecode", ConditionOperator.Equal, table);
        query.Criteria.AddCondition("type", ConditionOperator.Equal, Main);
        query.Criteria.AddCondition("formactivationstate", ConditionOperator.Equal, Active);
        return await target.Service.AllAsync(query, stop).ConfigureAwait(false);
    }

    /// <summary>Changes what was saved of a form last, published or not, and publishes it: somebody's draft of it stays, and becomes public with this.</summary>
    public async Task WriteAsync(string table, Guid form, Func<XElement, XElement> change, CancellationToken stop)
    {
        var draft = ((RetrieveUnpublishedResponse)await target.Service.ExecuteAsync(
            new RetrieveUnpublishedRequest { Target = new EntityReference("systemform", form), ColumnSet = new ColumnSet("formxml") }, stop).ConfigureAwait(false)).Entity;
        var xml = XElement.Parse(draft.GetAttributeValue<string>("formxml")!);
        var changed = change(xml);
        if (!XNode.DeepEquals(xml, changed))
            await target.UpdateAsync(new Entity("systemform", form) { ["formxml"] = changed.ToString(SaveOptions.DisableFormatting) }, stop).ConfigureAwait(false);
        await new Publishing(target).RunAsync([table], stop).ConfigureAwait(false);
    }
}

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using CrmAddon.Worker.Dataverse;
using CrmAddon.Worker.Deployment.Registering;
using CrmAddon.Worker.Deployment.SalesForm;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.Removing;

/// <summary>
/// What deploy put beside the solution, and what keeps an administrator from deleting it: the partner tab in forms of others, bindings of
/// custom APIs, steps, and the plug-in package. Tables and data stay: deleting the solution is a decision that a person makes.
/// </summary>
internal sealed class RemovalStage(Target target) : IStage
{
    public string Name => "Beside the solution";

    public async Task<IReadOnlyList<Change>> PlanAsync(CancellationToken stop)
    {
        List<Change> changes = [.. await TabsAsync(stop).ConfigureAwait(false)];
        if (await PackageRow.FindAsync(target.Service, PackageStage.UniqueName(target), stop).ConfigureAwait(false) is not { IsManaged: false } package)
            return changes;

        object[] types = [.. package.Types.Values.Select(id => (object)id)];
        if (types.Length > 0)
        {
            var query = new QueryExpression("customapi") { ColumnSet = new ColumnSet("uniquename") };
            query.Criteria.AddCondition("plugintypeid", ConditionOperator.In, types);
            changes.AddRange((await target.Service.AllAsync(query, stop).ConfigureAwait(false)).OrderBy(api => api.GetAttributeValue<string>("uniquename"), System.StringComparer.Ordinal).Select(Release));
            changes.AddRange((await StepRows.OfTypesAsync(target.Service, types, stop).ConfigureAwait(false)).Select(step => step.Removal(target)));
        }

        changes.Add(new Change(
            ChangeKind.Remove, $"plug-in package {PackageStage.UniqueName(target)}", stop => target.Service.DeleteAsync("pluginpackage", package.Id, stop)));
        return changes;
    }

    private Change Release(Entity api) => new(
        ChangeKind.Alter, $"custom API {api.GetAttributeValue<string>("uniquename")}: no class carries it out",
        stop => target.Service.UpdateAsync(new Entity("customapi", api.Id) { ["plugintypeid"] = null }, stop));

    private async Task<IReadOnlyList<Change>> TabsAsync(CancellationToken stop)
    {
        List<Change> changes = [];
        var forms = new TableForms(target);
        foreach (var (table, own, _) in forms.Tabs())
        {
            foreach (var form in await forms.ActiveAsync(table, stop).ConfigureAwait(false))
            {
                if (form.Id != own && PartnerTab.IsIn(XElement.Parse(form.GetAttributeValue<string>("formxml")!)))
                {
                    changes.Add(new Change(
                        ChangeKind.Remove, $"tab Partners in the form {form.GetAttributeValue<string>("name")} of {table}",
                        stop => forms.WriteAsync(table, form.Id, PartnerTab.OutOf, stop)));
                }
            }
        }

        return changes;
    }
}

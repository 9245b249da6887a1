using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.Registering;

/// <summary>Custom APIs come with the solution; which class carries one out is said here, because the class is known by a key that the server makes.</summary>
internal sealed class CustomApiStage(Target target) : IStage
{
    public string Name => "Custom APIs";

    public async Task<IReadOnlyList<Change>> PlanAsync(CancellationToken stop)
    {
        var wanted = target.Package.Assembly.Types.Where(type => type.CustomApi is not null).ToDictionary(type => type.CustomApi!, type => type.TypeName, StringComparer.Ordinal);
        if (wanted.Count == 0)
            return [];
        var query = new QueryExpression("customapi") { ColumnSet = new ColumnSet("uniquename") };
        query.Criteria.AddCondition("uniquename", ConditionOperator.In, [.. wanted.Keys.Select(name => (object)name)]);
        var type = query.AddLink("plugintype", "plugintypeid", "plugintypeid", JoinOperator.LeftOuter);
        type.EntityAlias = "t";
        type.Columns = new ColumnSet("typename");
        var present = (await target.Service.AllAsync(query, stop).ConfigureAwait(false)).ToDictionary(
            row => row.GetAttributeValue<string>("uniquename")!, row => (row.Id, Type: row.GetAttributeValue<AliasedValue>("t.typename")?.Value as string), StringComparer.Ordinal);
        return
        [
            .. from api in wanted.OrderBy(api => api.Key, StringComparer.Ordinal)
               let bound = present.TryGetValue(api.Key, out var row) ? row.Type : null
               where bound != api.Value
               select new Change(
                   bound is null ? ChangeKind.Add : ChangeKind.Alter,
                   bound is null ? $"{api.Key} is carried out by {api.Value}" : $"{api.Key} is carried out by {bound} -> {api.Value}",
                   stop => BindAsync(api.Key, api.Value, stop)),
        ];
    }

    private async Task BindAsync(string api, string type, CancellationToken stop)
    {
        var query = new QueryExpression("customapi") { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition("uniquename", ConditionOperator.Equal, api);
        var row = (await target.Service.RetrieveMultipleAsync(query, stop).ConfigureAwait(false)).Entities.FirstOrDefault()
            ?? throw new DeploymentException($"The class {type} carries out the custom API {api}, which the solution does not have: solution file and plug-in package are of different versions.");
        var package = await PackageRow.FindAsync(target.Service, PackageStage.UniqueName(target), stop).ConfigureAwait(false);
        if (package is null || !package.Types.TryGetValue(type, out var handler))
            throw new DeploymentException($"The environment does not show the plug-in class {type}: run the command again.");
        await target.UpdateAsync(new Entity("customapi", row.Id) { ["plugintypeid"] = new EntityReference("plugintype", handler) }, stop).ConfigureAwait(false);
    }
}

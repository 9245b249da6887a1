using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Dataverse;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.Registering;

/// <summary>Steps of an environment with their images.</summary>
internal static class StepRows
{
    /// <summary>The steps on these classes.</summary>
    public static Task<IReadOnlyList<StepRow>> OfTypesAsync(IOrganizationServiceAsync2 service, object[] types, CancellationToken stop) =>
        FindAsync(service, new ConditionExpression("eventhandler", ConditionOperator.In, types), stop);

    /// <summary>The steps with these ids, whatever they hang on.</summary>
    public static Task<IReadOnlyList<StepRow>> ByIdAsync(IOrganizationServiceAsync2 service, object[] ids, CancellationToken stop) =>
        FindAsync(service, new ConditionExpression("sdkmessageprocessingstepid", ConditionOperator.In, ids), stop);

    private static async Task<IReadOnlyList<StepRow>> FindAsync(IOrganizationServiceAsync2 service, ConditionExpression which, CancellationToken stop)
    {
        if (which.Values.Count == 0)
            return [];
        var query = new QueryExpression("sdkmessageprocessingstep")
        {
            ColumnSet = new ColumnSet("stage", "mode", "rank", "filteringattributes", "configuration", "asyncautodelete", "statecode"),
            Criteria = { Conditions = { which } },
        };
        Link(query, "sdkmessage", "sdkmessageid", "m", "name");
        Link(query, "sdkmessagefilter", "sdkmessagefilterid", "f", "primaryobjecttypecode");
        var type = query.AddLink("plugintype", "eventhandler", "plugintypeid", JoinOperator.LeftOuter);
        type.EntityAlias = "t";
        type.Columns = new ColumnSet("typename");
        var steps = (await service.AllAsync(query, stop).ConfigureAwait(false)).Select(StepRow.Read).ToList();
        if (steps.Count == 0)
            return [];

        var images = new QueryExpression("sdkmessageprocessingstepimage")
        {
            ColumnSet = new ColumnSet("sdkmessageprocessingstepid", "entityalias", "imagetype", "attributes", "messagepropertyname"),
        };
        images.Criteria.AddCondition("sdkmessageprocessingstepid", ConditionOperator.In, [.. steps.Select(step => (object)step.Id)]);
        var byStep = (await service.AllAsync(images, stop).ConfigureAwait(false)).Select(ImageRow.Read).ToLookup(image => image.Step);
        return [.. steps.Select(step => step with { Images = [.. byStep[step.Id]] }).OrderBy(step => step.Title, StringComparer.Ordinal).ThenBy(step => step.Id)];
    }

    private static void Link(QueryExpression query, string table, string key, string alias, string column)
    {
        var link = query.AddLink(table, key, key, JoinOperator.LeftOuter);
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(column);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Dataverse;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.Settings;

/// <summary>The values that environment variables have in an environment. They are the environment's own: no solution brings or takes them.</summary>
internal sealed class EnvironmentVariables(IOrganizationServiceAsync2 service)
{
    /// <summary>The table of the values.</summary>
    public const string Values = "environmentvariablevalue";

    /// <summary>A variable by its schema name; null when there is none.</summary>
    public async Task<EnvironmentVariable?> FindAsync(string name, CancellationToken stop) =>
        await QueryAsync(ConditionOperator.Equal, name, stop).ConfigureAwait(false) is [var only, ..] ? only : null;

    /// <summary>The variables whose name begins so.</summary>
    public Task<IReadOnlyList<EnvironmentVariable>> AllAsync(string prefix, CancellationToken stop) =>
        QueryAsync(ConditionOperator.BeginsWith, prefix, stop);

    /// <summary>Gives a variable a value, unless it has it.</summary>
    public async Task WriteAsync(EnvironmentVariable variable, string value, CancellationToken stop)
    {
        if (variable.Value == value)
            return;
        var row = new Entity(Values) { ["value"] = value };
        if (variable.ValueId is { } id)
        {
            row.Id = id;
            await service.UpdateAsync(row, stop).ConfigureAwait(false);
            return;
        }

        // An id that whoever writes it at the same time takes too: there is one value, whoever is first.
        row.Id = new Guid(SHA256.HashData(variable.Definition.ToByteArray()).AsSpan(0, 16));
        row["environmentvariabledefinitionid"] = new EntityReference("environmentvariabledefinition", variable.Definition);
        await service.CreateAsync(row, stop).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<EnvironmentVariable>> QueryAsync(ConditionOperator comparison, string name, CancellationToken stop)
    {
        var query = new QueryExpression("environmentvariabledefinition") { ColumnSet = new ColumnSet("schemaname", "type") };
        query.Criteria.AddCondition("schemaname", comparison, name);
        var value = query.AddLink(Values, "environmentvariabledefinitionid", "environmentvariabledefinitionid", JoinOperator.LeftOuter);
        value.EntityAlias = "v";
        value.Columns = new ColumnSet("environmentvariablevalueid", "value");
        // The platform does not keep people from writing a second value.
        return [.. (await service.AllAsync(query, stop).ConfigureAwait(false)).Select(EnvironmentVariable.Read).OrderBy(variable => variable.ValueId).DistinctBy(variable => variable.Definition)];
    }
}

using System;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Deployment.Settings;

/// <summary>An environment variable and the value that it has in this environment.</summary>
/// <param name="Definition">Id of its definition.</param>
/// <param name="Name">Its schema name.</param>
/// <param name="Type">What its value is.</param>
/// <param name="ValueId">The row that holds its value here; null where it has its default.</param>
/// <param name="Value">Its value here; null where it has its default.</param>
internal sealed record EnvironmentVariable(Guid Definition, string Name, EnvironmentVariableType Type, Guid? ValueId, string? Value)
{
    public static EnvironmentVariable Read(Entity row) => new(
        row.Id,
        row.GetAttributeValue<string>("schemaname")!,
        (EnvironmentVariableType)(row.GetAttributeValue<OptionSetValue>("type")?.Value ?? (int)EnvironmentVariableType.Text),
        (row.GetAttributeValue<AliasedValue>("v.environmentvariablevalueid")?.Value as Guid?),
        row.GetAttributeValue<AliasedValue>("v.value")?.Value as string);
}

/// <summary>What an environment variable's value is; the numbers are the platform's.</summary>
internal enum EnvironmentVariableType
{
    Text = 100000000,
    Number = 100000001,
    YesNo = 100000002,
    Json = 100000003,
}

using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Worker.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Deployment.Tests;

/// <summary>What of the add-on is in an environment, as lines that are the same wherever the same was deployed.</summary>
internal static class EnvironmentState
{
    public static string Of(IOrganizationService service)
    {
        var types = Rows(service, "plugintype", "typename").ToDictionary(row => row.Id, row => row.GetAttributeValue<string>("typename")!);
        List<string> lines =
        [
            .. Rows(service, "solution", "uniquename", "version", "ismanaged").Select(row => $"solution {Text(row, "uniquename")} {Text(row, "version")} {Text(row, "ismanaged")}"),
            .. Rows(service, "pluginpackage", "uniquename", "version", "content").Select(row => $"package {Text(row, "uniquename")} {Text(row, "version")} {Text(row, "content").GetHashCode(StringComparison.Ordinal)}"),
            .. types.Values.Select(type => $"class {type}"),
            .. Rows(service, "sdkmessageprocessingstep", "name", "eventhandler", "stage", "mode", "rank", "filteringattributes", "configuration", "asyncautodelete", "statecode")
                .Select(row => $"step {row.Id} {string.Join(" ", "name stage mode rank filteringattributes configuration asyncautodelete statecode".Split(' ').Select(column => Text(row, column)))} {types.GetValueOrDefault(row.GetAttributeValue<EntityReference>("eventhandler")?.Id ?? Guid.Empty)}"),
            .. Rows(service, "sdkmessageprocessingstepimage", "sdkmessageprocessingstepid", "entityalias", "imagetype", "attributes", "messagepropertyname")
                .Select(row => $"image {row.Id} {string.Join(" ", "sdkmessageprocessingstepid entityalias imagetype attributes messagepropertyname".Split(' ').Select(column => Text(row, column)))}"),
            .. Rows(service, "customapi", "uniquename", "plugintypeid")
                .Select(row => $"custom API {Text(row, "uniquename")} {types.GetValueOrDefault(row.GetAttributeValue<EntityReference>("plugintypeid")?.Id ?? Guid.Empty)}"),
            .. Rows(service, "systemform", "name", "objecttypecode", "formxml").Select(row => $"form {Text(row, "objecttypecode")} {Text(row, "name")} {row.Id} {Text(row, "formxml").GetHashCode(StringComparison.Ordinal)}"),
            .. Rows(service, "environmentvariablevalue", "value", "environmentvariabledefinitionid").Select(row => $"value {Text(row, "environmentvariabledefinitionid")} {Text(row, "value")}"),
            .. Rows(service, "solutioncomponent", "componenttype", "solutionid").GroupBy(row => $"components {Text(row, "solutionid")} {Text(row, "componenttype")}").Select(group => $"{group.Key}: {group.Count()}"),
        ];
        lines.Sort(StringComparer.Ordinal);
        return string.Join("\n", lines);
    }

    private static IEnumerable<Entity> Rows(IOrganizationService service, string table, params string[] columns) =>
        service.All(new QueryExpression(table) { ColumnSet = new ColumnSet(columns) });

    // References by their names: ids that the platform makes differ from one environment to the next.
    private static string Text(Entity row, string column) => row.Attributes.TryGetValue(column, out var value)
        ? value switch
        {
            OptionSetValue option => $"{option.Value}",
            EntityReference reference => reference.Name ?? $"{reference.Id}",
            _ => value?.ToString() ?? "-",
        }
        : "-";
}

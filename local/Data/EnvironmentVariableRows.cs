using System;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Data;

/// <summary>
/// Environment variables of the solutions as rows of environmentvariabledefinition and environmentvariablevalue, where plug-ins read them. The
/// definition follows the solution; a value that is there is somebody's own and stays.
/// <see href="https://learn.microsoft.com/power-apps/maker/data-platform/environmentvariables">Environment variables</see>
/// </summary>
internal sealed class EnvironmentVariableRows(Organization organization)
{
    private const string Definition = "environmentvariabledefinition";
    private const string Value = "environmentvariablevalue";

    public void Write()
    {
        if (organization.Metadata.EnvironmentVariables.Count == 0 || organization.Metadata.Find(Definition) is not { } definitions || organization.Metadata.Find(Value) is not { } values)
        {
            return;
        }

        organization.Transactions.Run(() =>
        {
            foreach (var variable in organization.Metadata.EnvironmentVariables)
            {
                var name = variable.SchemaName.ToLowerInvariant();
                var id = DefinitionIds.Of("variable:" + name);
                WriteDefinition(definitions, id, variable);
                var valueId = DefinitionIds.Of("variable value:" + name);
                if (variable.Value is not null && !organization.Rows.Exists(values, valueId))
                {
                    Send("Create", new Entity(Value, valueId)
                    {
                        ["schemaname"] = variable.SchemaName,
                        ["value"] = variable.Value,
                        ["environmentvariabledefinitionid"] = new EntityReference(Definition, id),
                    });
                }
            }

            return true;
        });
    }

    private void WriteDefinition(TableMetadata table, Guid id, EnvironmentVariableMetadata variable)
    {
        var row = organization.Rows.Read(table, id, [table["defaultvalue"]]);
        if (row is null)
        {
            Send("Create", new Entity(Definition, id)
            {
                ["schemaname"] = variable.SchemaName,
                ["displayname"] = variable.DisplayName,
                ["type"] = new OptionSetValue(variable.Type),
                ["defaultvalue"] = variable.DefaultValue,
            });
        }
        else if ((row.GetAttributeValue<string>("defaultvalue") ?? "") != (variable.DefaultValue ?? ""))
        {
            Send("Update", new Entity(Definition, id) { ["defaultvalue"] = variable.DefaultValue });
        }
    }

    private void Send(string message, Entity row) => organization.Messages.Execute(
        new OrganizationRequest(message) { ["Target"] = row }, new Caller(organization.Ids.SystemUser, organization.Ids.SystemUser, null));
}

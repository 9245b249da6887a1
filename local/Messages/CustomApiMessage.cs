using System;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary>A custom API: checks the parameters, runs steps and the class that answers, and checks what it answers.</summary>
internal sealed class CustomApiMessage(Organization organization, CustomApiMetadata api) : IMessage
{
    private readonly PluginRunner _runner = new(organization);

    public bool Writes => !api.IsFunction;

    public bool CarriesSteps => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var plugin = organization.Steps.FindCustomApi(api.Name)
            ?? throw Faults.Argument($"The custom API {api.Name} has no plug-in class: no registered assembly answers it.");
        CheckRequest(request);
        var invoked = Operation.Of(
            request, api.Name, api.BoundTable, caller, organization.Now, request.Optional<EntityReference>("Target")?.Id ?? Guid.Empty);
        foreach (var (name, value) in request.Parameters.Where(p => !IsOptional(p.Key)))
        {
            invoked.Inputs[name] = value;
        }

        organization.Pipeline.Run(
            new PipelineEvent
            {
                Invoked = invoked,
                Single = api.Name,
                Table = api.BoundTable is null ? null : organization.Table(api.BoundTable),
                Rows = [new RowEvent(null, invoked.RowId)],
                Steps = organization.Steps.Find(api.Name, api.BoundTable),
                Check = api.Privilege is { } privilege ? () => organization.Access.DemandPrivilege(caller, privilege) : null,
            },
            () => _runner.Run(plugin, new PluginContext(invoked, PluginContext.MainStage, mode: 0, organization) { IsInTransaction = true }));

        var response = new OrganizationResponse { ResponseName = api.Name };
        foreach (var property in api.Responses)
        {
            invoked.Outputs.TryGetValue(property.Name, out var value);
            Check(property, value, "answered");
            response.Results[property.Name] = value;
        }

        return response;
    }

    private bool Declares(string name) => api.Requests.Any(p => p.Name == name);

    private bool IsOptional(string name) => OptionalParameterNames.All.Contains(name) && !Declares(name);

    private void CheckRequest(OrganizationRequest request)
    {
        var unknown = request.Parameters.Keys.FirstOrDefault(k => !Declares(k) && !IsOptional(k) && !(k == "Target" && api.BoundTable is not null));
        if (unknown is not null)
        {
            throw Faults.Argument($"{api.Name} has no request parameter '{unknown}'.");
        }

        foreach (var parameter in api.Requests)
        {
            request.Parameters.TryGetValue(parameter.Name, out var value);
            if (value is null && !parameter.IsOptional)
            {
                throw Faults.Argument($"Required field '{parameter.Name}' is missing in the request {api.Name}.");
            }

            Check(parameter, value, "given");
        }
    }

    private void Check(CustomApiParameter parameter, object? value, string verb)
    {
        var fits = value is null || parameter.Type switch
        {
            CustomApiType.Boolean => value is bool,
            CustomApiType.DateTime => value is DateTime,
            CustomApiType.Decimal => value is decimal,
            CustomApiType.Entity => value is Entity,
            CustomApiType.EntityCollection => value is EntityCollection,
            CustomApiType.EntityReference => value is EntityReference,
            CustomApiType.Float => value is double,
            CustomApiType.Integer => value is int,
            CustomApiType.Money => value is Money,
            CustomApiType.Picklist => value is OptionSetValue,
            CustomApiType.String => value is string,
            CustomApiType.StringArray => value is string[],
            CustomApiType.Guid => value is Guid,
            _ => false,
        };
        if (!fits)
        {
            throw Faults.Argument($"{api.Name}: '{parameter.Name}' is a {parameter.Type}, but a {value!.GetType().Name} was {verb}.");
        }
    }
}

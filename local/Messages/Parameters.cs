using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary>Typed access to a request's parameters, which may have been set through a request class or by name.</summary>
internal static class Parameters
{
    public static T Required<T>(this OrganizationRequest request, string name) =>
        request.Parameters.TryGetValue(name, out var value) && value is T typed
            ? typed
            : throw Faults.Argument($"Required field '{name}' is missing in the request {request.RequestName}: a {typeof(T).Name} is expected.");

    public static T? Optional<T>(this OrganizationRequest request, string name) =>
        request.Parameters.TryGetValue(name, out var value) && value is T typed ? typed : default;

    /// <summary>The rows of a multiple message: at least one, all of one table.</summary>
    public static EntityCollection RequiredTargets(this OrganizationRequest request)
    {
        var targets = request.Required<EntityCollection>("Targets");
        if (targets.Entities.Count == 0)
        {
            throw Faults.Argument($"{request.RequestName}: Targets is empty.");
        }

        foreach (var target in targets.Entities)
        {
            if (target is null)
            {
                throw Faults.Argument($"{request.RequestName}: one of the rows in Targets is null.");
            }

            if (target.LogicalName != targets[0].LogicalName)
            {
                throw Faults.Argument(
                    $"{request.RequestName}: all rows must be of one table, but there are '{targets[0].LogicalName}' and '{target.LogicalName}'.");
            }
        }

        return targets;
    }

    public static OrganizationResponse With(this OrganizationResponse response, string name, object? value)
    {
        response.Results[name] = value;
        return response;
    }
}

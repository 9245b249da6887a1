using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>
/// The results of a message as steps see them: in two messages they have other names than in the response.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/understand-the-data-context#outputparameters"/>
/// </summary>
internal static class OutputNames
{
    public static void Give(OrganizationResponse response, ParameterCollection outputs)
    {
        foreach (var (name, value) in response.Results)
        {
            outputs[ForSteps(response.ResponseName, name)] = value;
        }
    }

    /// <summary>What steps made of the results becomes the answer.</summary>
    public static void Take(ParameterCollection outputs, OrganizationResponse response)
    {
        foreach (var (name, value) in outputs)
        {
            response.Results[ForCallers(name)] = value;
        }
    }

    private static string ForSteps(string? message, string name) => (message, name) switch
    {
        ("Retrieve", "Entity") => "BusinessEntity",
        ("RetrieveMultiple", "EntityCollection") => "BusinessEntityCollection",
        _ => name,
    };

    private static string ForCallers(string name) => name switch
    {
        "BusinessEntity" => "Entity",
        "BusinessEntityCollection" => "EntityCollection",
        _ => name,
    };
}

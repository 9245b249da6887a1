namespace Microsoft.Xrm.Sdk;

/// <summary>Posts a step's context to a registered endpoint.</summary>
public interface IServiceEndpointNotificationService
{
    /// <summary>Posts the context and gives the endpoint's answer, if it gives one.</summary>
    string Execute(EntityReference serviceEndpoint, IExecutionContext context);
}

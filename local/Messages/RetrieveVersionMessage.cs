using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary><c>RetrieveVersion</c>: the version of the platform that is played here.</summary>
internal sealed class RetrieveVersionMessage : IMessage
{
    public const string Version = "9.2.0.0";

    public bool Writes => false;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller) =>
        new RetrieveVersionResponse { ResponseName = "RetrieveVersion" }.With("Version", Version);
}

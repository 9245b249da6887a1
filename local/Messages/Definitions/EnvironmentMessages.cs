using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Organization;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary><c>RetrieveVersion</c>: the platform's version that this runtime keeps to.</summary>
internal sealed class RetrieveVersionMessage : IMessage
{
    public const string Version = "9.2.0.0";

    public bool Writes => false;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller) =>
        new RetrieveVersionResponse { ResponseName = "RetrieveVersion" }.With("Version", Version);
}

/// <summary><c>RetrieveTimestamp</c>: the state of the definitions; it is another one for each opened database.</summary>
internal sealed class RetrieveTimestampMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller) =>
        new RetrieveTimestampResponse { ResponseName = "RetrieveTimestamp" }.With("Timestamp", organization.Definitions.Stamp);
}

/// <summary><c>RetrieveProvisionedLanguages</c>: English.</summary>
internal sealed class RetrieveProvisionedLanguagesMessage : IMessage
{
    private static readonly int[] English = [1033];

    public bool Writes => false;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller) =>
        new RetrieveProvisionedLanguagesResponse { ResponseName = "RetrieveProvisionedLanguages" }.With("RetrieveProvisionedLanguages", English.Clone());
}

/// <summary><c>RetrieveCurrentOrganization</c>: the one environment of this machine.</summary>
internal sealed class RetrieveCurrentOrganizationMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var table = organization.Table("organization");
        var name = organization.Rows.Read(table, organization.Ids.Organization, [table["name"]])?.GetAttributeValue<string>("name") ?? "local";
        var detail = new OrganizationDetail()
            .Set("OrganizationId", organization.Ids.Organization)
            .Set("EnvironmentId", organization.Ids.Organization.ToString())
            .Set("FriendlyName", name)
            .Set("UniqueName", name)
            .Set("UrlName", name)
            .Set("OrganizationVersion", RetrieveVersionMessage.Version)
            .Set("OrganizationType", OrganizationType.Developer)
            .Set("State", OrganizationState.Enabled);
        return new RetrieveCurrentOrganizationResponse { ResponseName = "RetrieveCurrentOrganization" }.With("Detail", detail);
    }
}

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

/// <summary>A service that an environment offers.</summary>
[DataContract(Name = "EndpointType", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
public enum EndpointType
{
    /// <summary>The organization service.</summary>
    [EnumMember]
    OrganizationService = 0,

    /// <summary>The Web API.</summary>
    [EnumMember]
    OrganizationDataService = 1,

    /// <summary>The application.</summary>
    [EnumMember]
    WebApplication = 2,
}

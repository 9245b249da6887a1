using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

/// <summary>Whether an environment can be used.</summary>
[DataContract(Name = "OrganizationState", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
public enum OrganizationState
{
    /// <summary>It can.</summary>
    [EnumMember]
    Enabled = 0,

    /// <summary>It cannot.</summary>
    [EnumMember]
    Disabled = 1,
}

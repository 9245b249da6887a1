using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

/// <summary>From where addresses are wanted.</summary>
[DataContract(Name = "EndpointAccessType", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
public enum EndpointAccessType
{
    /// <summary>From where the caller is.</summary>
    [EnumMember]
    Default = 0,

    /// <summary>From the internet.</summary>
    [EnumMember]
    Internet = 1,

    /// <summary>From inside.</summary>
    [EnumMember]
    Intranet = 2,
}

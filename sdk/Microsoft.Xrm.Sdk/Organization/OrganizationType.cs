using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

/// <summary>What an environment is for.</summary>
[DataContract(Name = "OrganizationType", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
public enum OrganizationType
{
    /// <summary>Production.</summary>
    [EnumMember]
    Customer = 0,

    /// <summary>Monitoring.</summary>
    [EnumMember]
    Monitoring = 1,

    /// <summary>Support.</summary>
    [EnumMember]
    Support = 2,

    /// <summary>Back end.</summary>
    [EnumMember]
    BackEnd = 3,

    /// <summary>Secondary.</summary>
    [EnumMember]
    Secondary = 4,

    /// <summary>A sandbox.</summary>
    [EnumMember]
    CustomerTest = 5,

    /// <summary>A free sandbox.</summary>
    [EnumMember]
    CustomerFreeTest = 6,

    /// <summary>A preview.</summary>
    [EnumMember]
    CustomerPreview = 7,

    /// <summary>A placeholder.</summary>
    [EnumMember]
    Placeholder = 8,

    /// <summary>A test drive.</summary>
    [EnumMember]
    TestDrive = 9,

    /// <summary>An investigation.</summary>
    [EnumMember]
    MsftInvestigation = 10,

    /// <summary>A trial by mail.</summary>
    [EnumMember]
    EmailTrial = 11,

    /// <summary>The default of a tenant.</summary>
    [EnumMember]
    Default = 12,

    /// <summary>A developer's.</summary>
    [EnumMember]
    Developer = 13,

    /// <summary>A trial.</summary>
    [EnumMember]
    Trial = 14,
}

using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Who owns the rows of a table.</summary>
[Flags]
[DataContract(Name = "OwnershipTypes", Namespace = ContractNamespaces.Metadata2011)]
public enum OwnershipTypes
{
    /// <summary>Nobody.</summary>
    [EnumMember]
    None = 0,

    /// <summary>A user.</summary>
    [EnumMember]
    UserOwned = 1,

    /// <summary>A team.</summary>
    [EnumMember]
    TeamOwned = 2,

    /// <summary>A business unit.</summary>
    [EnumMember]
    BusinessOwned = 4,

    /// <summary>The organization.</summary>
    [EnumMember]
    OrganizationOwned = 8,

    /// <summary>A business unit, by way of a parent row.</summary>
    [EnumMember]
    BusinessParented = 16,
}

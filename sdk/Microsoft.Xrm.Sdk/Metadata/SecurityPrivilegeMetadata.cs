using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>A privilege on a table.</summary>
[DataContract(Name = "SecurityPrivilegeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class SecurityPrivilegeMetadata : IExtensibleDataObject
{
    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>Whether it can be given for the user's own rows.</summary>
    [DataMember]
    public bool CanBeBasic { get; internal set; }

    /// <summary>Whether it can be given for a business unit and those below.</summary>
    [DataMember]
    public bool CanBeDeep { get; internal set; }

    /// <summary>Whether it can be given for the organization.</summary>
    [DataMember]
    public bool CanBeGlobal { get; internal set; }

    /// <summary>Whether it can be given for a business unit.</summary>
    [DataMember]
    public bool CanBeLocal { get; internal set; }

    /// <summary>Its name.</summary>
    [DataMember]
    public string Name { get; internal set; } = null!;

    /// <summary>Its id.</summary>
    [DataMember]
    public Guid PrivilegeId { get; internal set; }

    /// <summary>What it allows.</summary>
    [DataMember]
    public PrivilegeType PrivilegeType { get; internal set; }
}

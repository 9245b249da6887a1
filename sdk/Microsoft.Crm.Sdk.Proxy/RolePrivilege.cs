using System;
using System.Runtime.Serialization;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>A privilege and how far it reaches.</summary>
[Serializable]
[DataContract(Name = "RolePrivilege", Namespace = ContractNamespace.V2011)]
public sealed class RolePrivilege : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject? extensionData;

    /// <summary>An empty one.</summary>
    public RolePrivilege()
    {
    }

    /// <summary>A privilege in a depth: 0 basic, 1 local, 2 deep, 3 global.</summary>
    public RolePrivilege(int depth, Guid privilegeId)
        : this(depth, privilegeId, Guid.Empty)
    {
    }

    /// <summary>A privilege in a depth, seen from a business unit.</summary>
    public RolePrivilege(int depth, Guid privilegeId, Guid businessId)
        : this((PrivilegeDepth)depth, privilegeId, businessId)
    {
    }

    /// <summary>A privilege in a depth, seen from a business unit.</summary>
    public RolePrivilege(PrivilegeDepth depth, Guid privilegeId, Guid businessId)
    {
        Depth = depth;
        PrivilegeId = privilegeId;
        BusinessUnitId = businessId;
    }

    /// <summary>Business unit of the role.</summary>
    [DataMember]
    public Guid BusinessUnitId { get; set; }

    /// <summary>How far it reaches.</summary>
    [DataMember]
    public PrivilegeDepth Depth { get; set; }

    /// <summary>The privilege.</summary>
    [DataMember]
    public Guid PrivilegeId { get; set; }

    /// <summary>Name of the privilege.</summary>
    [DataMember]
    public string? PrivilegeName { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData
    {
        get => extensionData;
        set => extensionData = value;
    }
}

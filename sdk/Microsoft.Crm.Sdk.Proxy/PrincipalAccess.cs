using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>A user or team, and rights.</summary>
[Serializable]
[DataContract(Name = "PrincipalAccess", Namespace = ContractNamespace.V2011)]
public sealed class PrincipalAccess : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject? extensionData;

    /// <summary>The rights.</summary>
    [DataMember]
    public AccessRights AccessMask { get; set; }

    /// <summary>The user or team.</summary>
    [DataMember]
    public EntityReference Principal { get; set; } = null!;

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData
    {
        get => extensionData;
        set => extensionData = value;
    }
}

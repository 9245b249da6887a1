using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>What all definitions have.</summary>
[DataContract(Name = "MetadataBase", Namespace = ContractNamespaces.Metadata2011)]
public abstract class MetadataBase : IExtensibleDataObject
{
    /// <summary>For the contract's own definitions.</summary>
    protected MetadataBase()
    {
    }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>Whether it changed since the time that a query names.</summary>
    [DataMember]
    public bool? HasChanged { get; set; }

    /// <summary>Id of the definition.</summary>
    [DataMember]
    public Guid? MetadataId { get; set; }
}

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>What an action on a row does to the rows that point to it.</summary>
[DataContract(Name = "CascadeConfiguration", Namespace = ContractNamespaces.Metadata2011)]
public sealed class CascadeConfiguration : IExtensibleDataObject
{
    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>Another owner.</summary>
    [DataMember]
    public CascadeType? Assign { get; set; }

    /// <summary>Deletion.</summary>
    [DataMember]
    public CascadeType? Delete { get; set; }

    /// <summary>Merging.</summary>
    [DataMember]
    public CascadeType? Merge { get; set; }

    /// <summary>Another parent.</summary>
    [DataMember]
    public CascadeType? Reparent { get; set; }

    /// <summary>Roll-up of activities.</summary>
    [DataMember]
    public CascadeType? RollupView { get; set; }

    /// <summary>Sharing.</summary>
    [DataMember]
    public CascadeType? Share { get; set; }

    /// <summary>An end of sharing.</summary>
    [DataMember]
    public CascadeType? Unshare { get; set; }
}

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a set of options.</summary>
[DataContract(Name = "OptionSetMetadataBase", Namespace = ContractNamespaces.Metadata2011)]
[KnownType(typeof(BooleanOptionSetMetadata))]
[KnownType(typeof(OptionSetMetadata))]
public abstract class OptionSetMetadataBase : MetadataBase
{
    /// <summary>For the contract's own definitions.</summary>
    protected OptionSetMetadataBase()
    {
    }

    /// <summary>What it is for.</summary>
    [DataMember]
    public Label? Description { get; set; }

    /// <summary>Its name for people.</summary>
    [DataMember]
    public Label? DisplayName { get; set; }

    /// <summary>Whether it was added by a solution.</summary>
    [DataMember]
    public bool? IsCustomOptionSet { get; set; }

    /// <summary>Whether more than one column may use it.</summary>
    [DataMember]
    public bool? IsGlobal { get; set; }

    /// <summary>Its name.</summary>
    [DataMember]
    public string? Name { get; set; }

    /// <summary>Whether it may be changed.</summary>
    [DataMember]
    public BooleanManagedProperty IsCustomizable { get; set; } = null!;

    /// <summary>Whether a managed solution brought it.</summary>
    [DataMember]
    public bool? IsManaged { get; internal set; }

    /// <summary>Where it is used.</summary>
    [DataMember]
    public OptionSetType? OptionSetType { get; set; }
}

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of an option.</summary>
[KnownType(typeof(StateOptionMetadata))]
[KnownType(typeof(StatusOptionMetadata))]
[DataContract(Name = "OptionMetadata", Namespace = ContractNamespaces.Metadata2011)]
public class OptionMetadata : MetadataBase
{
    /// <summary>An empty definition.</summary>
    public OptionMetadata()
    {
    }

    /// <summary>An option by number.</summary>
    public OptionMetadata(int value) => Value = value;

    /// <summary>An option by name and number; the platform chooses the number if it is null.</summary>
    public OptionMetadata(Label label, int? value)
    {
        Label = label;
        Value = value;
    }

    /// <summary>What it is for.</summary>
    [DataMember]
    public Label? Description { get; set; }

    /// <summary>Whether a managed solution brought it.</summary>
    [DataMember]
    public bool? IsManaged { get; internal set; }

    /// <summary>Its name for people.</summary>
    [DataMember]
    public Label Label { get; set; } = null!;

    /// <summary>Its number.</summary>
    [DataMember]
    public int? Value { get; set; }

    /// <summary>Its colour, such as #0000ff.</summary>
    [DataMember]
    public string Color { get; set; } = null!;

    /// <summary>Its value in the source of a virtual table.</summary>
    [DataMember]
    public string ExternalValue { get; set; } = null!;
}

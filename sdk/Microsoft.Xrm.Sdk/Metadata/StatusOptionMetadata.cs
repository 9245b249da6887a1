using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a status reason.</summary>
[DataContract(Name = "StatusOptionMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class StatusOptionMetadata : OptionMetadata
{
    /// <summary>An empty definition.</summary>
    public StatusOptionMetadata()
    {
    }

    /// <summary>A status reason by number, of a state.</summary>
    public StatusOptionMetadata(int value, int? state)
        : base(value) => State = state;

    /// <summary>Its state.</summary>
    [DataMember]
    public int? State { get; set; }

    /// <summary>The status reasons that may follow, in XML.</summary>
    [DataMember]
    public string TransitionData { get; set; } = null!;
}

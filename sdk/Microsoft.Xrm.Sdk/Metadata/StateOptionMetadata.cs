using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a state.</summary>
[DataContract(Name = "StateOptionMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class StateOptionMetadata : OptionMetadata
{
    /// <summary>The status reason that a row gets when only the state is said.</summary>
    [DataMember]
    public int? DefaultStatus { get; set; }

    /// <summary>Its name in every language.</summary>
    [DataMember]
    public string InvariantName { get; set; } = null!;
}

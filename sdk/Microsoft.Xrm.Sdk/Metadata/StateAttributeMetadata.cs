using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of the state column.</summary>
[DataContract(Name = "StateAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class StateAttributeMetadata : EnumAttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public StateAttributeMetadata()
        : base(AttributeTypeCode.State, null)
    {
    }
}

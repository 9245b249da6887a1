using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of the status reason column.</summary>
[DataContract(Name = "StatusAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class StatusAttributeMetadata : EnumAttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public StatusAttributeMetadata()
        : base(AttributeTypeCode.Status, null)
    {
    }
}

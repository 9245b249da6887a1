using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a GUID.</summary>
[DataContract(Name = "UniqueIdentifierAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class UniqueIdentifierAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public UniqueIdentifierAttributeMetadata()
        : base(AttributeTypeCode.Uniqueidentifier, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public UniqueIdentifierAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Uniqueidentifier, schemaName)
    {
    }
}

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a file.</summary>
[DataContract(Name = "FileAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class FileAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public FileAttributeMetadata()
        : base(AttributeTypeCode.Virtual, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public FileAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Virtual, schemaName)
    {
    }

    /// <summary>The largest file in kilobytes.</summary>
    [DataMember]
    public int? MaxSizeInKB { get; set; }
}

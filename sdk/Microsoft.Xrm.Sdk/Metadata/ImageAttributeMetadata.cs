using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a picture.</summary>
[DataContract(Name = "ImageAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class ImageAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public ImageAttributeMetadata()
        : base(AttributeTypeCode.Virtual, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public ImageAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Virtual, schemaName)
    {
    }

    /// <summary>Whether it keeps the picture in its own size as well.</summary>
    [DataMember]
    public bool? CanStoreFullImage { get; set; }

    /// <summary>Whether it stands for the row.</summary>
    [DataMember]
    public bool? IsPrimaryImage { get; set; }

    /// <summary>Height of the small picture in pixels.</summary>
    [DataMember]
    public short? MaxHeight { get; internal set; }

    /// <summary>The largest picture in kilobytes.</summary>
    [DataMember]
    public int? MaxSizeInKB { get; set; }

    /// <summary>Width of the small picture in pixels.</summary>
    [DataMember]
    public short? MaxWidth { get; internal set; }
}

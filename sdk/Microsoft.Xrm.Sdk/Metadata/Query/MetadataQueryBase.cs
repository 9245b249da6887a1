using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

/// <summary>What all questions for definitions have.</summary>
[DataContract(Name = "MetadataQueryBase", Namespace = ContractNamespaces.Metadata2011Query)]
public abstract class MetadataQueryBase : IExtensibleDataObject
{
    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }
}

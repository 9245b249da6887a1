using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

/// <summary>Which properties of definitions are wanted.</summary>
[DataContract(Name = "MetadataPropertiesExpression", Namespace = ContractNamespaces.Metadata2011Query)]
public sealed class MetadataPropertiesExpression : IExtensibleDataObject
{
    private DataCollection<string>? propertyNames;

    /// <summary>None yet.</summary>
    public MetadataPropertiesExpression()
    {
    }

    /// <summary>These.</summary>
    public MetadataPropertiesExpression(params string[] propertyNames) => PropertyNames.AddRange(propertyNames);

    /// <summary>Whether all are wanted.</summary>
    [DataMember]
    public bool AllProperties { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>Their names.</summary>
    [DataMember]
    public DataCollection<string> PropertyNames
    {
        get => propertyNames ??= [];
        private set => propertyNames = value;
    }
}

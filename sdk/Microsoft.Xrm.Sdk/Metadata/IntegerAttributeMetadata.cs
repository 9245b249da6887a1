using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a whole number.</summary>
[DataContract(Name = "IntegerAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class IntegerAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public IntegerAttributeMetadata()
        : base(AttributeTypeCode.Integer, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public IntegerAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Integer, schemaName)
    {
    }

    /// <summary>What the number is.</summary>
    [DataMember]
    public IntegerFormat? Format { get; set; }

    /// <summary>Formula of a calculated or rolled-up column.</summary>
    [DataMember]
    public string FormulaDefinition { get; set; } = null!;

    /// <summary>The largest value.</summary>
    [DataMember]
    public int? MaxValue { get; set; }

    /// <summary>The smallest value.</summary>
    [DataMember]
    public int? MinValue { get; set; }

    /// <summary>Kinds of columns that the formula uses.</summary>
    [DataMember]
    public int? SourceTypeMask { get; internal set; }
}

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a decimal number.</summary>
[DataContract(Name = "DecimalAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class DecimalAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public DecimalAttributeMetadata()
        : base(AttributeTypeCode.Decimal, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public DecimalAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Decimal, schemaName)
    {
    }

    /// <summary>Formula of a calculated or rolled-up column.</summary>
    [DataMember]
    public string FormulaDefinition { get; set; } = null!;

    /// <summary>How an input method editor behaves.</summary>
    [DataMember]
    public ImeMode? ImeMode { get; set; }

    /// <summary>The largest value.</summary>
    [DataMember]
    public decimal? MaxValue { get; set; }

    /// <summary>The smallest value.</summary>
    [DataMember]
    public decimal? MinValue { get; set; }

    /// <summary>Digits after the point.</summary>
    [DataMember]
    public int? Precision { get; set; }

    /// <summary>Kinds of columns that the formula uses.</summary>
    [DataMember]
    public int? SourceTypeMask { get; internal set; }
}

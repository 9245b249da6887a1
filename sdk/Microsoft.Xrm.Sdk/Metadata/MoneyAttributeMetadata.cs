using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of an amount.</summary>
[DataContract(Name = "MoneyAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class MoneyAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public MoneyAttributeMetadata()
        : base(AttributeTypeCode.Money, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public MoneyAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Money, schemaName)
    {
    }

    /// <summary>The amount that this one is in the base currency.</summary>
    [DataMember]
    public string CalculationOf { get; internal set; } = null!;

    /// <summary>Formula of a calculated or rolled-up column.</summary>
    [DataMember]
    public string FormulaDefinition { get; set; } = null!;

    /// <summary>How an input method editor behaves.</summary>
    [DataMember]
    public ImeMode? ImeMode { get; set; }

    /// <summary>Whether it is an amount in the base currency.</summary>
    [DataMember]
    public bool? IsBaseCurrency { get; internal set; }

    /// <summary>The largest value.</summary>
    [DataMember]
    public double? MaxValue { get; set; }

    /// <summary>The smallest value.</summary>
    [DataMember]
    public double? MinValue { get; set; }

    /// <summary>Digits after the point.</summary>
    [DataMember]
    public int? Precision { get; set; }

    /// <summary>Where the digits come from: 0 this definition, 1 the organization, 2 the currency.</summary>
    [DataMember]
    public int? PrecisionSource { get; set; }

    /// <summary>Kinds of columns that the formula uses.</summary>
    [DataMember]
    public int? SourceTypeMask { get; internal set; }
}

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a date.</summary>
[DataContract(Name = "DateTimeAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class DateTimeAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public DateTimeAttributeMetadata()
        : base(AttributeTypeCode.DateTime, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public DateTimeAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.DateTime, schemaName)
    {
    }

    /// <summary>Whether its behaviour may be changed.</summary>
    [DataMember]
    public BooleanManagedProperty CanChangeDateTimeBehavior { get; set; } = null!;

    /// <summary>Whose time it is in.</summary>
    [DataMember]
    public DateTimeBehavior DateTimeBehavior { get; set; } = null!;

    /// <summary>What it is shown as.</summary>
    [DataMember]
    public DateTimeFormat? Format { get; set; }

    /// <summary>Formula of a calculated or rolled-up column.</summary>
    [DataMember]
    public string FormulaDefinition { get; set; } = null!;

    /// <summary>How an input method editor behaves.</summary>
    [DataMember]
    public ImeMode? ImeMode { get; set; }

    /// <summary>Kinds of columns that the formula uses.</summary>
    [DataMember]
    public int? SourceTypeMask { get; internal set; }
}

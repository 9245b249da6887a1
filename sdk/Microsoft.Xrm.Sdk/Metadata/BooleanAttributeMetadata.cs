using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a yes/no column.</summary>
[DataContract(Name = "BooleanAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class BooleanAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public BooleanAttributeMetadata()
        : base(AttributeTypeCode.Boolean, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public BooleanAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Boolean, schemaName)
    {
    }

    /// <summary>The definition of a column with these options.</summary>
    public BooleanAttributeMetadata(BooleanOptionSetMetadata optionSet)
        : this(null!, optionSet)
    {
    }

    /// <summary>The definition of a column by schema name, with these options.</summary>
    public BooleanAttributeMetadata(string schemaName, BooleanOptionSetMetadata optionSet)
        : base(AttributeTypeCode.Boolean, schemaName) => OptionSet = optionSet;

    /// <summary>The value that a new row has.</summary>
    [DataMember]
    public bool? DefaultValue { get; set; }

    /// <summary>Formula of a calculated or rolled-up column.</summary>
    [DataMember]
    public string FormulaDefinition { get; set; } = null!;

    /// <summary>What yes and no are called.</summary>
    [DataMember]
    public BooleanOptionSetMetadata OptionSet { get; set; } = null!;

    /// <summary>Kinds of columns that the formula uses.</summary>
    [DataMember]
    public int? SourceTypeMask { get; internal set; }
}

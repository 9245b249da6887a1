using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>What yes and no are called.</summary>
[DataContract(Name = "BooleanOptionSetMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class BooleanOptionSetMetadata : OptionSetMetadataBase
{
    /// <summary>A set without options.</summary>
    public BooleanOptionSetMetadata()
    {
    }

    /// <summary>A set of two options.</summary>
    public BooleanOptionSetMetadata(OptionMetadata trueOption, OptionMetadata falseOption)
    {
        TrueOption = trueOption;
        FalseOption = falseOption;
    }

    /// <summary>No.</summary>
    [DataMember]
    public OptionMetadata FalseOption { get; set; } = null!;

    /// <summary>Yes.</summary>
    [DataMember]
    public OptionMetadata TrueOption { get; set; } = null!;
}

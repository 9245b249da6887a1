using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a choice: its options.</summary>
[DataContract(Name = "OptionSetMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class OptionSetMetadata : OptionSetMetadataBase
{
    private OptionMetadataCollection? options;

    /// <summary>A choice without options.</summary>
    public OptionSetMetadata()
    {
    }

    /// <summary>A choice of options.</summary>
    public OptionSetMetadata(OptionMetadataCollection options) => this.options = options;

    /// <summary>The options in their order.</summary>
    [DataMember]
    public OptionMetadataCollection Options
    {
        get => options ??= [];
        private set => options = value;
    }
}

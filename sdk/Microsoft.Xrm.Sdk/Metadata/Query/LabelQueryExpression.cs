using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

/// <summary>Which labels are wanted.</summary>
[DataContract(Name = "LabelQueryExpression", Namespace = ContractNamespaces.Metadata2011Query)]
public sealed class LabelQueryExpression : MetadataQueryBase
{
    private DataCollection<int>? filterLanguages;

    /// <summary>The languages; none means all.</summary>
    [DataMember]
    public DataCollection<int> FilterLanguages
    {
        get => filterLanguages ??= [];
        private set => filterLanguages = value;
    }

    /// <summary>What to do where a language is missing: 0 nothing, 1 the base language.</summary>
    [DataMember]
    public int MissingLabelBehavior { get; set; }
}

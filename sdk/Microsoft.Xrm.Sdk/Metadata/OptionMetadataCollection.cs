using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Options of a choice.</summary>
[CollectionDataContract(Name = "OptionMetadataCollection", Namespace = ContractNamespaces.Metadata2011)]
public sealed class OptionMetadataCollection : DataCollection<OptionMetadata>
{
    /// <summary>No option.</summary>
    public OptionMetadataCollection()
    {
    }

    /// <summary>These options.</summary>
    public OptionMetadataCollection(IList<OptionMetadata> list)
        : base(list)
    {
    }
}

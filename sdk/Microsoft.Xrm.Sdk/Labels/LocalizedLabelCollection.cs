using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A text for people in several languages.</summary>
[CollectionDataContract(Name = "LocalizedLabelCollection", Namespace = ContractNamespaces.V2011)]
public sealed class LocalizedLabelCollection : DataCollection<LocalizedLabel>
{
    /// <summary>No text.</summary>
    public LocalizedLabelCollection()
    {
    }

    /// <summary>These texts.</summary>
    public LocalizedLabelCollection(IList<LocalizedLabel> list)
        : base(list)
    {
    }
}

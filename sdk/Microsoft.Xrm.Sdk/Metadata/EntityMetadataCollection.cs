using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definitions of tables.</summary>
[CollectionDataContract(Name = "EntityMetadataCollection", Namespace = ContractNamespaces.Metadata2011)]
public sealed class EntityMetadataCollection : DataCollection<EntityMetadata>
{
    /// <summary>None.</summary>
    public EntityMetadataCollection()
    {
    }

    /// <summary>These.</summary>
    public EntityMetadataCollection(IList<EntityMetadata> list)
        : base(list)
    {
    }
}

using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>References to rows.</summary>
[Serializable]
[CollectionDataContract(Name = "EntityReferenceCollection", Namespace = ContractNamespaces.V2011)]
public sealed class EntityReferenceCollection : DataCollection<EntityReference>
{
    /// <summary>No reference.</summary>
    public EntityReferenceCollection()
    {
    }

    /// <summary>These references.</summary>
    public EntityReferenceCollection(IList<EntityReference> list)
        : base(list)
    {
    }
}

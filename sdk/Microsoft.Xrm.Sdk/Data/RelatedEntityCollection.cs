using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Rows that are created or read together with a row, by relation.</summary>
[Serializable]
[CollectionDataContract(Name = "RelatedEntityCollection", Namespace = ContractNamespaces.V2011)]
public sealed class RelatedEntityCollection : DataCollection<Relationship, EntityCollection>;

using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Queries for the related rows that a Retrieve brings along, by relation.</summary>
[Serializable]
[CollectionDataContract(Name = "RelationshipQueryCollection", Namespace = ContractNamespaces.V2011)]
public sealed class RelationshipQueryCollection : DataCollection<Relationship, Query.QueryBase>;

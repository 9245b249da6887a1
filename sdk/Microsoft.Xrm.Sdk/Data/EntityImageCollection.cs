using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Images of a row by alias, as a step declares them.</summary>
[Serializable]
[CollectionDataContract(Name = "EntityImageCollection", Namespace = ContractNamespaces.V2011)]
public sealed class EntityImageCollection : DataCollection<string, Entity>;

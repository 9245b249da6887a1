using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Column values of a row by logical name; a column that is there with null is set to empty.</summary>
[Serializable]
[CollectionDataContract(Name = "AttributeCollection", Namespace = ContractNamespaces.V2011)]
public sealed class AttributeCollection : DataCollection<string, object?>;

using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Column values that identify a row by an alternate key.</summary>
[Serializable]
[CollectionDataContract(Name = "KeyAttributeCollection", Namespace = ContractNamespaces.V71)]
public sealed class KeyAttributeCollection : DataCollection<string, object?>;

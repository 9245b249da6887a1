using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Further facts about a fault by name.</summary>
[Serializable]
[CollectionDataContract(Name = "ErrorDetailCollection", Namespace = ContractNamespaces.V2011)]
public sealed class ErrorDetailCollection : DataCollection<string, object?>;

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What became of the messages of a batch.</summary>
[CollectionDataContract(Name = "ExecuteMultipleResponseItemCollection", Namespace = ContractNamespaces.V2012)]
public sealed class ExecuteMultipleResponseItemCollection : DataCollection<ExecuteMultipleResponseItem>;

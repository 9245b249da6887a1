using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Messages in the order in which they are run.</summary>
[CollectionDataContract(Name = "OrganizationRequestCollection", Namespace = ContractNamespaces.V2012)]
public sealed class OrganizationRequestCollection : DataCollection<OrganizationRequest>;

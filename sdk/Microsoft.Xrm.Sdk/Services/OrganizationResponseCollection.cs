using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Answers in the order of their messages.</summary>
[CollectionDataContract(Name = "OrganizationResponseCollection", Namespace = ContractNamespaces.V71)]
public sealed class OrganizationResponseCollection : DataCollection<OrganizationResponse>;

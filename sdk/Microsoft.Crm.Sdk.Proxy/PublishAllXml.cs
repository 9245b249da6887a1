using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Publishes all customizations.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class PublishAllXmlRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public PublishAllXmlRequest() => RequestName = "PublishAllXml";
}

/// <summary>Answer to <see cref="PublishAllXmlRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class PublishAllXmlResponse : OrganizationResponse;

using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Publishes the customizations that are named.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class PublishXmlRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public PublishXmlRequest() => RequestName = "PublishXml";

    /// <summary>What is published, as importexportxml.</summary>
    public string ParameterXml
    {
        get => this.Get<string>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="PublishXmlRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class PublishXmlResponse : OrganizationResponse;

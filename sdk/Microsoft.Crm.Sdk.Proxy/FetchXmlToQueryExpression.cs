using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Turns a query in FetchXML into a query expression.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class FetchXmlToQueryExpressionRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public FetchXmlToQueryExpressionRequest() => RequestName = "FetchXmlToQueryExpression";

    /// <summary>The query in FetchXML.</summary>
    public string FetchXml
    {
        get => this.Get<string>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="FetchXmlToQueryExpressionRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class FetchXmlToQueryExpressionResponse : OrganizationResponse
{
    /// <summary>The same query as an expression.</summary>
    public QueryExpression Query => this.Get<QueryExpression>();
}

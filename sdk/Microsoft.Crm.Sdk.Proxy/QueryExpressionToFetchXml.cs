using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Turns a query into FetchXML.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class QueryExpressionToFetchXmlRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public QueryExpressionToFetchXmlRequest() => RequestName = "QueryExpressionToFetchXml";

    /// <summary>The query.</summary>
    public QueryBase Query
    {
        get => this.Get<QueryBase>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="QueryExpressionToFetchXmlRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class QueryExpressionToFetchXmlResponse : OrganizationResponse
{
    /// <summary>The same query in FetchXML.</summary>
    public string FetchXml => this.Get<string>();
}

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>A query in FetchXML.</summary>
[DataContract(Name = "FetchExpression", Namespace = ContractNamespaces.V2011)]
public sealed class FetchExpression : QueryBase
{
    /// <summary>An empty query.</summary>
    public FetchExpression()
    {
    }

    /// <summary>A query in FetchXML.</summary>
    public FetchExpression(string query) => Query = query;

    /// <summary>The FetchXML.</summary>
    [DataMember]
    public string Query { get; set; } = null!;
}

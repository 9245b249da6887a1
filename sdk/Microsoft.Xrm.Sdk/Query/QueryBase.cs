using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>A query, in one of its three forms.</summary>
[DataContract(Name = "QueryBase", Namespace = ContractNamespaces.V2011)]
[KnownType(typeof(FetchExpression))]
[KnownType(typeof(QueryByAttribute))]
[KnownType(typeof(QueryExpression))]
public abstract class QueryBase : IExtensibleDataObject
{
    /// <summary>For the contract's own queries.</summary>
    protected QueryBase()
    {
    }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }
}

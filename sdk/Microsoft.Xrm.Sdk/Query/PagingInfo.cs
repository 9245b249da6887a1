using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>Which page of a query's answer is wanted.</summary>
[DataContract(Name = "PagingInfo", Namespace = ContractNamespaces.V2011)]
public sealed class PagingInfo : IExtensibleDataObject
{
    /// <summary>Rows in a page; at most 5,000.</summary>
    [DataMember]
    public int Count { get; set; }

    /// <summary>Number of the page, from 1.</summary>
    [DataMember]
    public int PageNumber { get; set; }

    /// <summary>The cookie that the page before came with.</summary>
    [DataMember]
    public string? PagingCookie { get; set; }

    /// <summary>Whether the answer tells how many rows there are, up to 5,000.</summary>
    [DataMember]
    public bool ReturnTotalRecordCount { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }
}

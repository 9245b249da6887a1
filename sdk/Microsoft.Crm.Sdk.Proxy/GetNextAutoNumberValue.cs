using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Takes the next number of an autonumber column.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class GetNextAutoNumberValueRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public GetNextAutoNumberValueRequest() => RequestName = "GetNextAutoNumberValue";

    /// <summary>The table's logical name.</summary>
    public string EntityName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>The column's logical name.</summary>
    public string AttributeName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="GetNextAutoNumberValueRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class GetNextAutoNumberValueResponse : OrganizationResponse
{
    /// <summary>The number.</summary>
    public long NextAutoNumberValue => this.Get<long>();
}

using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks for the number that an autonumber column gives next.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class GetAutoNumberSeedRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public GetAutoNumberSeedRequest() => RequestName = "GetAutoNumberSeed";

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

/// <summary>Answer to <see cref="GetAutoNumberSeedRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class GetAutoNumberSeedResponse : OrganizationResponse
{
    /// <summary>The number.</summary>
    public long AutoNumberSeedValue => this.Get<long>();
}

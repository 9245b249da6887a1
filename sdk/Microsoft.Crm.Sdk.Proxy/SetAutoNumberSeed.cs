using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Says which number an autonumber column gives next.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class SetAutoNumberSeedRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public SetAutoNumberSeedRequest() => RequestName = "SetAutoNumberSeed";

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

    /// <summary>The next number.</summary>
    public long Value
    {
        get => this.Get<long>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="SetAutoNumberSeedRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class SetAutoNumberSeedResponse : OrganizationResponse;

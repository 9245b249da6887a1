using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Sets state and status reason of a row.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class SetStateRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public SetStateRequest() => RequestName = "SetState";

    /// <summary>The row.</summary>
    public EntityReference EntityMoniker
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }

    /// <summary>The state.</summary>
    public OptionSetValue State
    {
        get => this.Get<OptionSetValue>();
        set => this.Set(value);
    }

    /// <summary>The status reason; -1 for the state's default.</summary>
    public OptionSetValue Status
    {
        get => this.Get<OptionSetValue>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="SetStateRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class SetStateResponse : OrganizationResponse;

using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks who the caller is.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class WhoAmIRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public WhoAmIRequest() => RequestName = "WhoAmI";
}

/// <summary>Answer to <see cref="WhoAmIRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class WhoAmIResponse : OrganizationResponse
{
    /// <summary>The user's business unit.</summary>
    public Guid BusinessUnitId => this.Get<Guid>();

    /// <summary>The organization.</summary>
    public Guid OrganizationId => this.Get<Guid>();

    /// <summary>The user.</summary>
    public Guid UserId => this.Get<Guid>();
}

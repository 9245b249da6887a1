using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

/// <summary>What an environment is, and where its services are.</summary>
[DataContract(Name = "OrganizationDetail", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
public sealed class OrganizationDetail : IExtensibleDataObject
{
    private EndpointCollection? endpoints;

    /// <summary>Id of its data centre.</summary>
    [DataMember]
    public Guid DatacenterId { get; internal set; }

    /// <summary>Addresses of its services.</summary>
    [DataMember]
    public EndpointCollection Endpoints
    {
        get => endpoints ??= [];
        internal set => endpoints = value;
    }

    /// <summary>Its id in the Power Platform.</summary>
    [DataMember]
    public string EnvironmentId { get; internal set; } = null!;

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>Its name for people.</summary>
    [DataMember]
    public string FriendlyName { get; internal set; } = null!;

    /// <summary>Where its data is.</summary>
    [DataMember]
    public string Geo { get; internal set; } = null!;

    /// <summary>Its id.</summary>
    [DataMember]
    public Guid OrganizationId { get; internal set; }

    /// <summary>What it is for.</summary>
    [DataMember]
    public OrganizationType OrganizationType { get; internal set; }

    /// <summary>The platform's version.</summary>
    [DataMember]
    public string OrganizationVersion { get; internal set; } = null!;

    /// <summary>Kind of its schema.</summary>
    [DataMember]
    public string SchemaType { get; internal set; } = null!;

    /// <summary>Whether it can be used.</summary>
    [DataMember]
    public OrganizationState State { get; internal set; }

    /// <summary>Id of its tenant.</summary>
    [DataMember]
    public string TenantId { get; internal set; } = null!;

    /// <summary>Its name in the database.</summary>
    [DataMember]
    public string UniqueName { get; internal set; } = null!;

    /// <summary>Its name in addresses.</summary>
    [DataMember]
    public string UrlName { get; internal set; } = null!;
}

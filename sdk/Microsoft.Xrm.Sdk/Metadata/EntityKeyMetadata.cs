using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of an alternate key.</summary>
[DataContract(Name = "EntityKeyMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class EntityKeyMetadata : MetadataBase
{
    /// <summary>The system job that builds its index.</summary>
    [DataMember]
    public EntityReference AsyncJob { get; internal set; } = null!;

    /// <summary>Its name for people.</summary>
    [DataMember]
    public Label DisplayName { get; set; } = null!;

    /// <summary>State of its index.</summary>
    [DataMember]
    public EntityKeyIndexStatus EntityKeyIndexStatus { get; internal set; }

    /// <summary>Logical name of its table.</summary>
    [DataMember]
    public string EntityLogicalName { get; internal set; } = null!;

    /// <summary>Version of the solution that brought it.</summary>
    [DataMember]
    public string IntroducedVersion { get; internal set; } = null!;

    /// <summary>Whether it may be changed.</summary>
    [DataMember]
    public BooleanManagedProperty IsCustomizable { get; set; } = null!;

    /// <summary>Whether a managed solution brought it.</summary>
    [DataMember]
    public bool? IsManaged { get; internal set; }

    /// <summary>Its columns.</summary>
    [DataMember]
    public string[] KeyAttributes { get; set; } = null!;

    /// <summary>Its logical name.</summary>
    [DataMember]
    public string LogicalName { get; set; } = null!;

    /// <summary>Its schema name.</summary>
    [DataMember]
    public string SchemaName { get; set; } = null!;
}

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a column.</summary>
[DataContract(Name = "AttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
[KnownType(typeof(BigIntAttributeMetadata))]
[KnownType(typeof(BooleanAttributeMetadata))]
[KnownType(typeof(DateTimeAttributeMetadata))]
[KnownType(typeof(DecimalAttributeMetadata))]
[KnownType(typeof(DoubleAttributeMetadata))]
[KnownType(typeof(EntityNameAttributeMetadata))]
[KnownType(typeof(FileAttributeMetadata))]
[KnownType(typeof(ImageAttributeMetadata))]
[KnownType(typeof(IntegerAttributeMetadata))]
[KnownType(typeof(LookupAttributeMetadata))]
[KnownType(typeof(MemoAttributeMetadata))]
[KnownType(typeof(MoneyAttributeMetadata))]
[KnownType(typeof(MultiSelectPicklistAttributeMetadata))]
[KnownType(typeof(PicklistAttributeMetadata))]
[KnownType(typeof(StateAttributeMetadata))]
[KnownType(typeof(StatusAttributeMetadata))]
[KnownType(typeof(StringAttributeMetadata))]
[KnownType(typeof(UniqueIdentifierAttributeMetadata))]
public class AttributeMetadata : MetadataBase
{
    /// <summary>An empty definition.</summary>
    public AttributeMetadata()
    {
    }

    /// <summary>The definition of a column of a type, for the contract's own definitions.</summary>
    protected AttributeMetadata(AttributeTypeCode attributeType, string? schemaName)
    {
        AttributeType = attributeType;
        SchemaName = schemaName!;
    }

    /// <summary>Its type.</summary>
    [DataMember]
    public AttributeTypeCode? AttributeType { get; internal set; }

    /// <summary>What it is for.</summary>
    [DataMember]
    public Label Description { get; set; } = null!;

    /// <summary>Its name for people.</summary>
    [DataMember]
    public Label DisplayName { get; set; } = null!;

    /// <summary>Logical name of its table.</summary>
    [DataMember]
    public string EntityLogicalName { get; internal set; } = null!;

    /// <summary>Whether it was added by a solution.</summary>
    [DataMember]
    public bool? IsCustomAttribute { get; internal set; }

    /// <summary>Whether it is the primary key.</summary>
    [DataMember]
    public bool? IsPrimaryId { get; internal set; }

    /// <summary>Whether it is the primary name.</summary>
    [DataMember]
    public bool? IsPrimaryName { get; internal set; }

    /// <summary>Whether a create may set it.</summary>
    [DataMember]
    public bool? IsValidForCreate { get; internal set; }

    /// <summary>Whether it can be read.</summary>
    [DataMember]
    public bool? IsValidForRead { get; internal set; }

    /// <summary>Whether an update may set it.</summary>
    [DataMember]
    public bool? IsValidForUpdate { get; internal set; }

    /// <summary>Its logical name.</summary>
    [DataMember]
    public string LogicalName { get; set; } = null!;

    /// <summary>Whether it has to be filled in.</summary>
    [DataMember]
    public AttributeRequiredLevelManagedProperty RequiredLevel { get; set; } = null!;

    /// <summary>Its schema name.</summary>
    [DataMember]
    public string SchemaName { get; set; } = null!;

    /// <summary>The column that this one shows something of.</summary>
    [DataMember]
    public string AttributeOf { get; internal set; } = null!;

    /// <summary>Name of its type, for types that came later as well.</summary>
    [DataMember]
    public AttributeTypeDisplayName AttributeTypeName { get; internal set; } = null!;

    /// <summary>Pattern of the numbers that the platform gives.</summary>
    [DataMember]
    public string AutoNumberFormat { get; set; } = null!;

    /// <summary>Whether column security can keep from creating a value.</summary>
    [DataMember]
    public bool? CanBeSecuredForCreate { get; internal set; }

    /// <summary>Whether column security can keep from reading it.</summary>
    [DataMember]
    public bool? CanBeSecuredForRead { get; internal set; }

    /// <summary>Whether column security can keep from changing it.</summary>
    [DataMember]
    public bool? CanBeSecuredForUpdate { get; internal set; }

    /// <summary>Its number in the table.</summary>
    [DataMember]
    public int? ColumnNumber { get; internal set; }

    /// <summary>Version of the solution that brought it.</summary>
    [DataMember]
    public string IntroducedVersion { get; internal set; } = null!;

    /// <summary>Whether its changes are recorded.</summary>
    [DataMember]
    public BooleanManagedProperty IsAuditEnabled { get; set; } = null!;

    /// <summary>Whether it may be changed.</summary>
    [DataMember]
    public BooleanManagedProperty IsCustomizable { get; set; } = null!;

    /// <summary>Whether it is kept in another table.</summary>
    [DataMember]
    public bool? IsLogical { get; internal set; }

    /// <summary>Whether a managed solution brought it.</summary>
    [DataMember]
    public bool? IsManaged { get; internal set; }

    /// <summary>Whether column security decides about it.</summary>
    [DataMember]
    public bool? IsSecured { get; set; }

    /// <summary>Whether people can search by it.</summary>
    [DataMember]
    public BooleanManagedProperty IsValidForAdvancedFind { get; set; } = null!;

    /// <summary>0 written, 1 calculated, 2 rolled up.</summary>
    [DataMember]
    public int? SourceType { get; set; }
}

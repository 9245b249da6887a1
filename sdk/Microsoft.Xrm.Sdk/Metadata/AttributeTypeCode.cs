using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Type of a column.</summary>
[DataContract(Name = "AttributeTypeCode", Namespace = ContractNamespaces.Metadata2011)]
public enum AttributeTypeCode
{
    /// <summary>Yes or no.</summary>
    [EnumMember]
    Boolean = 0,

    /// <summary>Lookup of an account or contact.</summary>
    [EnumMember]
    Customer = 1,

    /// <summary>Date and time.</summary>
    [EnumMember]
    DateTime = 2,

    /// <summary>Decimal number.</summary>
    [EnumMember]
    Decimal = 3,

    /// <summary>Floating-point number.</summary>
    [EnumMember]
    Double = 4,

    /// <summary>Whole number.</summary>
    [EnumMember]
    Integer = 5,

    /// <summary>Lookup.</summary>
    [EnumMember]
    Lookup = 6,

    /// <summary>Long text.</summary>
    [EnumMember]
    Memo = 7,

    /// <summary>Amount.</summary>
    [EnumMember]
    Money = 8,

    /// <summary>User or team.</summary>
    [EnumMember]
    Owner = 9,

    /// <summary>Parties of an activity.</summary>
    [EnumMember]
    PartyList = 10,

    /// <summary>Choice.</summary>
    [EnumMember]
    Picklist = 11,

    /// <summary>State.</summary>
    [EnumMember]
    State = 12,

    /// <summary>Status reason.</summary>
    [EnumMember]
    Status = 13,

    /// <summary>Text.</summary>
    [EnumMember]
    String = 14,

    /// <summary>GUID.</summary>
    [EnumMember]
    Uniqueidentifier = 15,

    /// <summary>Rules of a calendar.</summary>
    [EnumMember]
    CalendarRules = 16,

    /// <summary>Computed, or of a type named elsewhere.</summary>
    [EnumMember]
    Virtual = 17,

    /// <summary>Large whole number.</summary>
    [EnumMember]
    BigInt = 18,

    /// <summary>Managed property.</summary>
    [EnumMember]
    ManagedProperty = 19,

    /// <summary>Logical name of a table.</summary>
    [EnumMember]
    EntityName = 20,
}

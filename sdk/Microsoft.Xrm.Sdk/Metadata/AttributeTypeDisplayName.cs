using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Name of a column type, for types that came later as well.</summary>
[DataContract(Name = "AttributeTypeDisplayName", Namespace = ContractNamespaces.Metadata2013)]
public sealed class AttributeTypeDisplayName : ConstantsBase<string>
{
    /// <summary>Large whole number.</summary>
    public static readonly AttributeTypeDisplayName BigIntType = new() { Value = "BigIntType" };

    /// <summary>Yes or no.</summary>
    public static readonly AttributeTypeDisplayName BooleanType = new() { Value = "BooleanType" };

    /// <summary>Rules of a calendar.</summary>
    public static readonly AttributeTypeDisplayName CalendarRulesType = new() { Value = "CalendarRulesType" };

    /// <summary>Lookup of an account or contact.</summary>
    public static readonly AttributeTypeDisplayName CustomerType = new() { Value = "CustomerType" };

    /// <summary>A type of its own.</summary>
    public static readonly AttributeTypeDisplayName CustomType = new() { Value = "CustomType" };

    /// <summary>Date.</summary>
    public static readonly AttributeTypeDisplayName DateTimeType = new() { Value = "DateTimeType" };

    /// <summary>Decimal number.</summary>
    public static readonly AttributeTypeDisplayName DecimalType = new() { Value = "DecimalType" };

    /// <summary>Floating-point number.</summary>
    public static readonly AttributeTypeDisplayName DoubleType = new() { Value = "DoubleType" };

    /// <summary>Name of a table.</summary>
    public static readonly AttributeTypeDisplayName EntityNameType = new() { Value = "EntityNameType" };

    /// <summary>File.</summary>
    public static readonly AttributeTypeDisplayName FileType = new() { Value = "FileType" };

    /// <summary>Picture.</summary>
    public static readonly AttributeTypeDisplayName ImageType = new() { Value = "ImageType" };

    /// <summary>Whole number.</summary>
    public static readonly AttributeTypeDisplayName IntegerType = new() { Value = "IntegerType" };

    /// <summary>Lookup.</summary>
    public static readonly AttributeTypeDisplayName LookupType = new() { Value = "LookupType" };

    /// <summary>Managed property.</summary>
    public static readonly AttributeTypeDisplayName ManagedPropertyType = new() { Value = "ManagedPropertyType" };

    /// <summary>Long text.</summary>
    public static readonly AttributeTypeDisplayName MemoType = new() { Value = "MemoType" };

    /// <summary>Amount.</summary>
    public static readonly AttributeTypeDisplayName MoneyType = new() { Value = "MoneyType" };

    /// <summary>Several options.</summary>
    public static readonly AttributeTypeDisplayName MultiSelectPicklistType = new() { Value = "MultiSelectPicklistType" };

    /// <summary>User or team.</summary>
    public static readonly AttributeTypeDisplayName OwnerType = new() { Value = "OwnerType" };

    /// <summary>Parties of an activity.</summary>
    public static readonly AttributeTypeDisplayName PartyListType = new() { Value = "PartyListType" };

    /// <summary>Choice.</summary>
    public static readonly AttributeTypeDisplayName PicklistType = new() { Value = "PicklistType" };

    /// <summary>State.</summary>
    public static readonly AttributeTypeDisplayName StateType = new() { Value = "StateType" };

    /// <summary>Status reason.</summary>
    public static readonly AttributeTypeDisplayName StatusType = new() { Value = "StatusType" };

    /// <summary>Text.</summary>
    public static readonly AttributeTypeDisplayName StringType = new() { Value = "StringType" };

    /// <summary>GUID.</summary>
    public static readonly AttributeTypeDisplayName UniqueidentifierType = new() { Value = "UniqueidentifierType" };

    /// <summary>Computed.</summary>
    public static readonly AttributeTypeDisplayName VirtualType = new() { Value = "VirtualType" };

    /// <summary>The constant of this value.</summary>
    public static implicit operator AttributeTypeDisplayName(string value) => new() { Value = value };
}

namespace Microsoft.PowerPlatform.Dataverse.Client.Tables;

/// <summary>What a column's values are in the SDK.</summary>
internal enum ColumnKind
{
    /// <summary>As JSON has it.</summary>
    Other,
    Text,
    Boolean,
    Integer,
    BigInteger,
    Double,
    Decimal,
    Money,
    Guid,
    Lookup,
    Choice,
    Choices,
    Date,
    DateAndTime,
    ManagedProperty,
    Bytes,
}

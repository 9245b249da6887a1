namespace CrmAddon.Local.Metadata;

/// <summary>The kinds of column that the store keeps.</summary>
internal enum ColumnType
{
    Id,
    Text,
    Memo,
    WholeNumber,
    BigNumber,
    Decimal,
    Floating,
    Money,
    YesNo,
    DateTime,
    Choice,
    Choices,
    State,
    Status,
    Lookup,
    Guid,

    /// <summary>A picture, kept with the row.</summary>
    Image,

    /// <summary>A file; the row keeps the file's id.</summary>
    File,

    /// <summary>The parties of an activity: rows of activityparty, not part of the row.</summary>
    PartyList,

    /// <summary>Shown by the platform beside another column, not part of the row.</summary>
    Virtual,
}

/// <summary>Where a column's value comes from; the numbers are those of the solution files.</summary>
internal enum SourceKind
{
    Simple = 0,
    Calculated = 1,
    Rollup = 2,
    Formula = 3,
}

/// <summary>How strictly a value is asked for.</summary>
internal enum RequiredLevel
{
    None,
    Recommended,

    /// <summary>Asked for by forms (<c>ApplicationRequired</c>).</summary>
    Business,

    /// <summary>Asked for by the platform itself.</summary>
    System,
}

/// <summary>What a date column means; the numbers are those of the solution files.</summary>
internal enum DateBehavior
{
    UserLocal = 1,
    DateOnly = 2,
    TimeZoneIndependent = 3,
}

/// <summary>Where the number of decimals of a money column comes from; the numbers are those of the solution files.</summary>
internal enum MoneyPrecisionSource
{
    Column = 0,
    Organization = 1,
    Currency = 2,
}

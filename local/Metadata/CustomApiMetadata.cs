using System.Collections.Generic;

namespace CrmAddon.Local.Metadata;

/// <summary>A custom API of the solution: a message with typed parameters that a plug-in type answers.</summary>
internal sealed record CustomApiMetadata(
    string Name,
    string? BoundTable,
    bool IsFunction,
    IReadOnlyList<CustomApiParameter> Requests,
    IReadOnlyList<CustomApiParameter> Responses)
{
    /// <summary>The privilege that calling it takes; null where everybody may.</summary>
    public string? Privilege { get; init; }

    /// <summary>The file that declares it, for messages.</summary>
    public string? Place { get; init; }

    /// <summary>Which steps others may register for it.</summary>
    public AllowedSteps AllowedSteps { get; init; }
}

/// <summary>Which steps a custom API takes; the numbers are those of the solution files.</summary>
internal enum AllowedSteps
{
    None = 0,
    AsyncOnly = 1,
    All = 2,
}

/// <summary>A request parameter or response property.</summary>
internal sealed record CustomApiParameter(string Name, CustomApiType Type, bool IsOptional);

/// <summary>Parameter types; the numbers are those of the solution files.</summary>
internal enum CustomApiType
{
    Boolean = 0,
    DateTime = 1,
    Decimal = 2,
    Entity = 3,
    EntityCollection = 4,
    EntityReference = 5,
    Float = 6,
    Integer = 7,
    Money = 8,
    Picklist = 9,
    String = 10,
    StringArray = 11,
    Guid = 12,
}

using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>A field that rules may name: its type and the Dataverse column that it is read from.</summary>
public sealed class FieldDefinition
{
    /// <summary>The name in the language, such as <c>deal.motion</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What it holds.</summary>
    public required FieldType Type { get; init; }

    /// <summary>The names of a choice in the language; empty where they are open or the field is no choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = Array.Empty<string>();

    /// <summary>Whether a case may lack it; then a rule must test it before use. False needs <see cref="WhenEmpty"/>.</summary>
    public bool MayBeMissing { get; init; } = true;

    /// <summary>What an empty column is read as, for a field that is never missing.</summary>
    public FieldValue WhenEmpty { get; init; }

    /// <summary>Whether a program has added it with a rule of its own.</summary>
    public bool IsAdded { get; init; }

    /// <summary>The Dataverse table; null where the case carries the value itself.</summary>
    public string? Table { get; init; }

    /// <summary>The Dataverse column; null where the case carries the value itself.</summary>
    public string? Column { get; init; }
}

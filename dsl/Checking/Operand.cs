using System.Collections.Generic;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking;

/// <summary>One side of a comparison after binding.</summary>
internal sealed record Operand(ValueKind Kind, TextRange Range)
{
    /// <summary>How to read it, where it is a quantity.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>The field, where it is nothing but a field.</summary>
    public FieldSlot? Field { get; init; }

    /// <summary>The text of a literal, or the word whose meaning is still open.</summary>
    public string? Word { get; init; }

    /// <summary>The currency of an amount; null where it is the program's.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether it is a plain number, which is an amount where an amount is wanted.</summary>
    public bool IsPlainNumber { get; init; }

    /// <summary>The fields and figures in it, for explanations.</summary>
    public IReadOnlyList<NamedQuantity> Named { get; init; } = [];

    /// <summary>The figures in it that may be unknown.</summary>
    public IReadOnlyList<UnknownFigure> Unknown { get; init; } = [];
}

/// <summary>A figure that may be unknown, and where it stands.</summary>
internal sealed record UnknownFigure(string Name, TextRange Range);

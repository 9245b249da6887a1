using System;

namespace CrmAddon.Rules;

/// <summary>A piece of the program text. Lines and columns count from 1; the end is the position after the last character.</summary>
public readonly struct TextRange : IEquatable<TextRange>
{
    /// <summary>A piece of text from an offset, with the lines and columns of both ends.</summary>
    public TextRange(int offset, int length, int startLine, int startColumn, int endLine, int endColumn)
    {
        Offset = offset;
        Length = length;
        StartLine = startLine;
        StartColumn = startColumn;
        EndLine = endLine;
        EndColumn = endColumn;
    }

    /// <summary>Characters before it, from 0.</summary>
    public int Offset { get; }

    /// <summary>Characters in it.</summary>
    public int Length { get; }

    /// <summary>The line of its first character.</summary>
    public int StartLine { get; }

    /// <summary>The column of its first character.</summary>
    public int StartColumn { get; }

    /// <summary>The line of its end.</summary>
    public int EndLine { get; }

    /// <summary>The column after its last character.</summary>
    public int EndColumn { get; }

    /// <summary>The piece from the start of this one to the end of <paramref name="last"/>.</summary>
    public TextRange To(TextRange last) =>
        new(Offset, last.Offset + last.Length - Offset, StartLine, StartColumn, last.EndLine, last.EndColumn);

    /// <inheritdoc/>
    public bool Equals(TextRange other) => Offset == other.Offset && Length == other.Length;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TextRange other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Offset * 397) ^ Length;

    /// <summary>Whether both are the same piece.</summary>
    public static bool operator ==(TextRange left, TextRange right) => left.Equals(right);

    /// <summary>Whether they are different pieces.</summary>
    public static bool operator !=(TextRange left, TextRange right) => !left.Equals(right);
}

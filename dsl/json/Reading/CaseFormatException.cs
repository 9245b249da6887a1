using System;

namespace CrmAddon.Rules.Json;

/// <summary>A JSON text is no case, or a case that no rules could judge. The message says where, what, and what to do.</summary>
public sealed class CaseFormatException : FormatException
{
    internal CaseFormatException(int line, string path, string message)
        : base(path.Length > 0 ? $"line {line}, {path}: {message}" : $"line {line}: {message}")
    {
        Line = line;
        Path = path;
    }

    /// <summary>The line of the text, from 1.</summary>
    public int Line { get; }

    /// <summary>The member that is meant, such as <c>participants[0].role</c>; empty for the whole.</summary>
    public string Path { get; }
}

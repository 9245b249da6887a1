using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>What the formatter makes of a program text.</summary>
public sealed class FormatResult
{
    internal FormatResult(string text, bool changed, IReadOnlyList<Diagnostic> diagnostics)
    {
        Text = text;
        Changed = changed;
        Diagnostics = diagnostics;
    }

    /// <summary>The text in the language's one layout; as it was given where it can't be read.</summary>
    public string Text { get; }

    /// <summary>Whether <see cref="Text"/> differs from what was given.</summary>
    public bool Changed { get; }

    /// <summary>Why the text can't be formatted, in the order of the text; empty when it was.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether the text could be read, and so stands in the language's layout now.</summary>
    public bool Succeeded => Diagnostics.Count == 0;
}

using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Editing;

/// <summary>The edits that give something another name, or why it can't have it.</summary>
public sealed class RenameResult
{
    private RenameResult(IReadOnlyList<TextEdit> edits, string? refusal)
    {
        Edits = edits;
        Refusal = refusal;
    }

    /// <summary>The edits, in the order of the text; empty where it is refused or the name stays.</summary>
    public IReadOnlyList<TextEdit> Edits { get; }

    /// <summary>Why it can't have the name, as a sentence; null where it can.</summary>
    public string? Refusal { get; }

    internal static RenameResult Of(IReadOnlyList<TextEdit> edits) => new(edits, null);

    internal static RenameResult Refused(string why) => new(Array.Empty<TextEdit>(), why);
}

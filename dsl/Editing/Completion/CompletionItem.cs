namespace CrmAddon.Rules.Editing;

/// <summary>What a completion item names.</summary>
public enum CompletionKind
{
    /// <summary>A word of the language, or several.</summary>
    Keyword,

    /// <summary>A whole rule with places to fill in.</summary>
    Snippet,

    /// <summary>A field of the vocabulary.</summary>
    Field,

    /// <summary>A figure made of usage.</summary>
    Figure,

    /// <summary>A choice, or yes or no.</summary>
    Choice,

    /// <summary>A role of the program.</summary>
    Role,

    /// <summary>The name of another rule.</summary>
    Rule,

    /// <summary>A partner of an example.</summary>
    Partner,

    /// <summary>A currency.</summary>
    Currency,
}

/// <summary>Something that could be typed at a place.</summary>
public sealed class CompletionItem
{
    /// <summary>What a list shows.</summary>
    public required string Label { get; init; }

    /// <summary>What it names.</summary>
    public required CompletionKind Kind { get; init; }

    /// <summary>The text that takes the place of <see cref="Range"/>.</summary>
    public required string InsertText { get; init; }

    /// <summary>The piece of text that it replaces: what was typed of it so far.</summary>
    public required TextRange Range { get; init; }

    /// <summary>Whether <see cref="InsertText"/> has places to fill in, written <c>${1:what}</c>.</summary>
    public bool IsSnippet { get; init; }

    /// <summary>What it is in a few words, such as the type of a field.</summary>
    public string? Detail { get; init; }

    /// <summary>What it means, in Markdown.</summary>
    public string? Documentation { get; init; }
}

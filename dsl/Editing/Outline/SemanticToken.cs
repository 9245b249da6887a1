namespace CrmAddon.Rules.Editing;

/// <summary>What a token is, for colours.</summary>
public enum SemanticKind
{
    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>A text in quotation marks.</summary>
    Text,

    /// <summary>A number, percentage, date or month.</summary>
    Number,

    /// <summary>A field.</summary>
    Field,

    /// <summary>A role.</summary>
    Role,

    /// <summary>The name of a rule.</summary>
    Rule,

    /// <summary>A partner of an example.</summary>
    Partner,

    /// <summary>A choice.</summary>
    Choice,
}

/// <summary>A piece of text and what it is.</summary>
/// <param name="Range">The piece, on one line.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsDefinition">Whether it defines a name.</param>
public sealed record SemanticToken(TextRange Range, SemanticKind Kind, bool IsDefinition);

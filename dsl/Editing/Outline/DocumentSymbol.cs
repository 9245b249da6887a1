using System.Collections.Generic;

namespace CrmAddon.Rules.Editing;

/// <summary>A rule or a clause of the outline.</summary>
/// <param name="Name">The rule's name, or the first words of a clause.</param>
/// <param name="Kind">The rule's keyword, such as <c>credit</c>; <c>clause</c> for a clause.</param>
/// <param name="Range">All of it.</param>
/// <param name="NameRange">What to show of it.</param>
/// <param name="Children">The clauses of a rule, in the order of the text.</param>
public sealed record DocumentSymbol(
    string Name, string Kind, TextRange Range, TextRange NameRange, IReadOnlyList<DocumentSymbol> Children);

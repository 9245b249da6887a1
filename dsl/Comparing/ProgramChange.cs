using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>What happened to a rule, or to the program itself, between two versions.</summary>
public enum ProgramChangeKind
{
    /// <summary>Only the version after has it.</summary>
    Added,

    /// <summary>Only the version before has it.</summary>
    Removed,

    /// <summary>Both have it, under other names, and it says the same.</summary>
    Renamed,

    /// <summary>Both have it, and it says something else.</summary>
    Changed,
}

/// <summary>One difference in meaning between two versions of a program.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">What it is about, such as <c>commission "Landing fee"</c>, by its name before where it has one.</param>
/// <param name="NewSubject">Its name after, where it is another; null otherwise.</param>
/// <param name="Terms">What it says otherwise; of something added or removed, all that it says.</param>
/// <param name="Shown">A case that the two versions judge differently because of it; null where none was found.</param>
public sealed record ProgramChange(
    ProgramChangeKind Kind, string Subject, string? NewSubject, IReadOnlyList<TermChange> Terms, ShownDifference? Shown);

/// <summary>One thing that a rule says: before and after.</summary>
/// <param name="Term">What it is, such as <c>rate</c> or <c>share of ISV</c>.</param>
/// <param name="Before">What it was; null where nothing was said.</param>
/// <param name="After">What it is now; null where nothing is said.</param>
public sealed record TermChange(string Term, string? Before, string? After);

/// <summary>A case that two versions judge differently.</summary>
/// <param name="Given">The case in the words of an example, from <c>given</c> on.</param>
/// <param name="Money">Who gets what before and after, credit first; amounts in the programs' currencies.</param>
public sealed record ShownDifference(string Given, IReadOnlyList<TermChange> Money);

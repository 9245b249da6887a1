using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>
/// One step of a derivation as plain data: what kind of step, its values as culture-invariant text, and the steps below.
/// It can be stored as JSON and rendered to the same sentences later.
/// </summary>
public sealed class Finding
{
    /// <summary>A step of the derivation.</summary>
    public Finding(string kind, IReadOnlyDictionary<string, string>? values, IReadOnlyList<Finding>? children)
    {
        Kind = kind;
        Values = values ?? Empty;
        Children = children ?? Array.Empty<Finding>();
    }

    /// <summary>What kind of step it is, such as <c>slice</c>; the sentences are chosen by it.</summary>
    public string Kind { get; }

    /// <summary>The values of the step by name; amounts without grouping, dates as yyyy-MM-dd.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>The steps that led to it.</summary>
    public IReadOnlyList<Finding> Children { get; }

    private static IReadOnlyDictionary<string, string> Empty { get; } = new Dictionary<string, string>();
}

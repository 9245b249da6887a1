using System.Collections.Generic;

namespace CrmAddon.Local.WebApi.Paths;

/// <summary>One part of an address between slashes: a name, and what stands in parentheses behind it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Arguments">Named or unnamed arguments; null without parentheses, empty where they are empty.</param>
internal sealed record PathSegment(string Name, IReadOnlyList<PathArgument>? Arguments)
{
    public const string Namespace = "Microsoft.Dynamics.CRM.";

    /// <summary>The name without the platform's namespace.</summary>
    public string ShortName => IsQualified ? Name[Namespace.Length..] : Name;

    public bool IsQualified => Name.StartsWith(Namespace, System.StringComparison.Ordinal);
}

/// <summary>An argument: <paramref name="Name"/> is null where a key is given by its value alone.</summary>
internal readonly record struct PathArgument(string? Name, string Value);

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace CrmAddon.Registration;

/// <summary>
/// One declaration on a plug-in class, as plain values: the constructor's only argument and the named ones. Enum values come as
/// numbers, because nothing of the assembly is loaded to run.
/// </summary>
internal sealed class DeclaredAttribute
{
    private const string Namespace = "CrmAddon.Plugins.Registration";

    internal const string Step = Namespace + ".StepAttribute";
    internal const string Image = Namespace + ".ImageAttribute";
    internal const string CustomApi = Namespace + ".CustomApiAttribute";

    private readonly Dictionary<string, object?> named;

    internal DeclaredAttribute(CustomAttributeData data)
    {
        Kind = data.AttributeType.FullName!;
        Argument = data.ConstructorArguments is [{ Value: string text }] ? text : "";
        named = data.NamedArguments.ToDictionary(a => a.MemberName, a => a.TypedValue.Value, StringComparer.Ordinal);
    }

    /// <summary>Full name of the attribute.</summary>
    internal string Kind { get; }

    /// <summary>The constructor's argument: the id, or the custom API's name.</summary>
    internal string Argument { get; }

    internal IEnumerable<string> Names => named.Keys;

    internal static bool IsOurs(CustomAttributeData data) => data.AttributeType.FullName is Step or Image or CustomApi;

    internal string Text(string name) => named.TryGetValue(name, out var value) && value is string text ? text.Trim() : "";

    internal int Number(string name, int otherwise) => named.TryGetValue(name, out var value) && value is int number ? number : otherwise;

    internal bool Flag(string name) => named.TryGetValue(name, out var value) && value is true;

    /// <summary>A comma-separated list, without empty parts.</summary>
    internal string[] List(string name) =>
        Text(name).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

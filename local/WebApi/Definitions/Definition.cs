using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Queries;

namespace CrmAddon.Local.WebApi.Definitions;

/// <summary>A definition with what it leads to; <paramref name="Related"/> gives null for a name that is no navigation property.</summary>
internal sealed record Definition(JsonObject Node, Func<string, IReadOnlyList<Definition>?> Related)
{
    private static readonly string[] Single = ["OptionSet", "GlobalOptionSet"];

    public static Definition Plain(JsonObject node) => new(node, _ => null);

    public bool IsOfType(string type) => Node["@odata.type"]?.ToString() == "#" + type;

    /// <summary>The definition as <c>$select</c> and <c>$expand</c> ask for it.</summary>
    public JsonObject Shape(IReadOnlyDictionary<string, string> options, bool cast)
    {
        var shaped = new JsonObject();
        var select = options.TryGetValue("$select", out var text) ? Names(text) : null;
        foreach (var (name, value) in Node)
        {
            var wanted = name == "@odata.type" ? !cast : select is null ? !Single.Contains(name) : name == "MetadataId" || select.Remove(name);
            if (wanted)
            {
                shaped[name] = value?.DeepClone();
            }
        }

        if (select is not null && select.FirstOrDefault(name => name != "MetadataId" && Related(name) is null) is { } unknown)
        {
            throw new ApiException(400, ApiErrors.None, $"Could not find a property named '{unknown}' on type '{Node["@odata.type"]?.ToString().TrimStart('#') ?? "Microsoft.Dynamics.CRM.EntityMetadata"}'.");
        }

        foreach (var term in ExpandText.Read(options.GetValueOrDefault("$expand")))
        {
            shaped[term.Name] = Expanded(term);
        }

        return shaped;
    }

    /// <summary>The definitions that fit the filter among the options.</summary>
    public static IEnumerable<Definition> Filter(IEnumerable<Definition> definitions, IReadOnlyDictionary<string, string> options)
    {
        if (!options.TryGetValue("$filter", out var text))
        {
            return definitions;
        }

        var filter = FilterText.Read(text, options);
        return definitions.Where(d => DefinitionFilter.Matches(d.Node, filter));
    }

    private JsonNode? Expanded(ExpandTerm term)
    {
        if (Single.Contains(term.Name) && Node.TryGetPropertyValue(term.Name, out var single))
        {
            return single is JsonObject node ? Plain(node).Shape(term.Options, cast: false) : null;
        }

        var related = Related(term.Name) ?? throw ApiErrors.BadUri($"Could not find a navigation property named '{term.Name}' on this definition.");
        return new JsonArray([.. Filter(related, term.Options).Select(d => (JsonNode?)d.Shape(term.Options, cast: false))]);
    }

    private static List<string> Names(string text) => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

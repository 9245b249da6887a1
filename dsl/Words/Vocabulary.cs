using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>The fields that rules may name. Immutable.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, FieldDefinition> fields;

    private Vocabulary(IEnumerable<FieldDefinition> fields) =>
        this.fields = fields.ToDictionary(field => field.Path, StringComparer.Ordinal);

    /// <summary>The fields of the add-on's own tables and of the standard tables of Dynamics 365 Sales.</summary>
    public static Vocabulary Standard { get; } = new(StandardFields.All);

    /// <summary>Every field, by name.</summary>
    public IEnumerable<FieldDefinition> Fields => fields.Values.OrderBy(known => known.Path, StringComparer.Ordinal);

    /// <summary>This vocabulary with one more field, or with another definition of one it has.</summary>
    /// <exception cref="ArgumentException">A field that is never missing does not say what an empty column means.</exception>
    public Vocabulary With(FieldDefinition field)
    {
        if (!field.MayBeMissing && !field.WhenEmpty.IsKnown)
            throw new ArgumentException($"'{field.Path}' is never missing, so it must say what an empty column is read as.", nameof(field));
        return new Vocabulary([.. fields.Values.Where(known => known.Path != field.Path), field]);
    }

    /// <summary>The field of this name, such as <c>deal.motion</c>; null when there is none.</summary>
    public FieldDefinition? TryFind(string path) => fields.TryGetValue(path, out var field) ? field : null;

    internal bool TryFind(string path, [NotNullWhen(true)] out FieldDefinition? field) => fields.TryGetValue(path, out field);
}

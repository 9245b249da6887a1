using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Local.Metadata;

/// <summary>A choice (option set), global or of one column: its values with their labels, in order.</summary>
internal sealed class ChoiceMetadata(string name, IReadOnlyList<ChoiceOption> options)
{
    private readonly Dictionary<int, ChoiceOption> _byValue = options.ToDictionary(o => o.Value);

    public string Name { get; } = name;

    public IReadOnlyList<ChoiceOption> Options { get; } = options;

    /// <summary>Whether columns of several tables may share it.</summary>
    public bool IsGlobal { get; init; }

    public LocalText? DisplayName { get; init; }

    public LocalText? Description { get; init; }

    public bool Contains(int value) => _byValue.ContainsKey(value);

    public string? LabelOf(int value) => _byValue.TryGetValue(value, out var option) ? option.Label : null;
}

/// <summary>One value of a choice.</summary>
internal sealed record ChoiceOption(int Value, string Label)
{
    /// <summary>The label in every language; null where there is only <see cref="Label"/>.</summary>
    public LocalText? Labels { get; init; }

    public LocalText? Description { get; init; }

    public string? Color { get; init; }

    public string? ExternalValue { get; init; }

    public bool IsHidden { get; init; }
}

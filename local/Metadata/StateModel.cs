using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Local.Metadata;

/// <summary>The states of a table, the status reasons of each, and the moves between status reasons that are allowed.</summary>
internal sealed class StateModel(IReadOnlyList<StateMetadata> states, IReadOnlyList<StatusMetadata> statuses, bool enforcesTransitions)
{
    private readonly Dictionary<int, StateMetadata> _states = states.ToDictionary(s => s.Value);
    private readonly Dictionary<int, StatusMetadata> _statuses = statuses.ToDictionary(s => s.Value);

    public IReadOnlyList<StateMetadata> States { get; } = states;

    public IReadOnlyList<StatusMetadata> Statuses { get; } = statuses;

    public bool EnforcesTransitions { get; } = enforcesTransitions;

    /// <summary>The states as values of the state column.</summary>
    public ChoiceMetadata StateChoice { get; } = new("statecode", [.. states.Select(s => new ChoiceOption(s.Value, s.Label) { Labels = s.Labels })]);

    /// <summary>The status reasons as values of the status column.</summary>
    public ChoiceMetadata StatusChoice { get; } = new("statuscode", [.. statuses.Select(s => new ChoiceOption(s.Value, s.Label) { Labels = s.Labels })]);

    /// <summary>The state of a row that is created without one.</summary>
    public StateMetadata Initial => States[0];

    /// <summary>The active and inactive states that the platform gives to a table that declares none.</summary>
    public static StateModel ActiveInactive { get; } = new(
        [new(0, "Active", 1), new(1, "Inactive", 2)],
        [new(1, 0, "Active", null), new(2, 1, "Inactive", null)],
        false);

    public StateMetadata? FindState(int value) => _states.GetValueOrDefault(value);

    public StatusMetadata? FindStatus(int value) => _statuses.GetValueOrDefault(value);

    /// <summary>Whether a row may go from one status reason to another.</summary>
    public bool Allows(int from, int to) =>
        !EnforcesTransitions || from == to || (FindStatus(from)?.AllowedNext?.Contains(to) ?? false);
}

/// <summary>A state and the status reason that a row gets when only the state is named.</summary>
internal sealed record StateMetadata(int Value, string Label, int DefaultStatus)
{
    /// <summary>The name that is the same in every language.</summary>
    public string? InvariantName { get; init; }

    public LocalText? Labels { get; init; }
}

/// <summary>A status reason; <paramref name="AllowedNext"/> counts where transitions are enforced; null is then the end.</summary>
internal sealed record StatusMetadata(int Value, int State, string Label, IReadOnlyList<int>? AllowedNext)
{
    public LocalText? Labels { get; init; }

    /// <summary>The allowed moves as the solution writes them, XML.</summary>
    public string? TransitionData { get; init; }
}

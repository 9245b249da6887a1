using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata.Reading;

namespace CrmAddon.Local.Metadata;

/// <summary>Everything that the solutions declare, merged: tables with columns, keys and relations, custom APIs, roles, and more.</summary>
internal sealed class SolutionMetadata
{
    public required IReadOnlyDictionary<string, TableMetadata> Tables { get; init; }

    /// <summary>Custom APIs by unique name; the platform compares message names without case.</summary>
    public required IReadOnlyDictionary<string, CustomApiMetadata> CustomApis { get; init; }

    /// <summary>Relations of both kinds by schema name, compared without case.</summary>
    public required IReadOnlyDictionary<string, TableRelation> Relations { get; init; }

    /// <summary>Global choices by name.</summary>
    public required IReadOnlyDictionary<string, ChoiceMetadata> Choices { get; init; }

    public required IReadOnlyList<RoleMetadata> Roles { get; init; }

    public required IReadOnlyList<FieldSecurityProfileMetadata> FieldSecurityProfiles { get; init; }

    public required IReadOnlyList<EnvironmentVariableMetadata> EnvironmentVariables { get; init; }

    /// <summary>Steps that solutions register by files.</summary>
    public required IReadOnlyList<StepDeclaration> Steps { get; init; }

    /// <summary>What the solutions say and is not carried out here.</summary>
    public required IReadOnlyList<Remark> Remarks { get; init; }

    public TableMetadata? Find(string table) => Tables.GetValueOrDefault(table);

    /// <summary>The one-to-many (<see cref="RelationMetadata"/>) or many-to-many (<see cref="ManyToManyMetadata"/>) relation of this schema name.</summary>
    public TableRelation? FindRelation(string schemaName) => Relations.GetValueOrDefault(schemaName);

    /// <summary>Reads unpacked solutions in order: a later one extends the tables of the earlier ones.</summary>
    /// <exception cref="SolutionException">A file is missing, not readable, or says something that can't be carried out.</exception>
    public static SolutionMetadata Read(IEnumerable<string> solutionFolders)
    {
        ArgumentNullException.ThrowIfNull(solutionFolders);
        return Read(solutionFolders.Select(SolutionSource.Tree));
    }

    /// <summary>Reads unpacked solutions, wherever they are kept.</summary>
    public static SolutionMetadata Read(IEnumerable<SolutionTree> solutions) => new SolutionReader().Read(solutions);
}

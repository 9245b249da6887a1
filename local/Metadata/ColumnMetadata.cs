using System.Collections.Generic;

namespace CrmAddon.Local.Metadata;

/// <summary>One column of a table, as the solution declares it.</summary>
internal sealed class ColumnMetadata
{
    private readonly List<string> _targets = [];

    public required string Name { get; init; }

    public required ColumnType Type { get; init; }

    public SourcePlace Place { get; init; }

    public bool IsPrimaryName { get; init; }

    public RequiredLevel Required { get; init; }

    /// <summary>Longest text in characters; 0 where no limit was declared.</summary>
    public int MaxLength { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>Digits after the point of a decimal or money column.</summary>
    public int Precision { get; init; }

    public MoneyPrecisionSource PrecisionSource { get; init; }

    public DateBehavior DateBehavior { get; init; } = DateBehavior.UserLocal;

    /// <summary>The choice values that the column accepts; null for other types.</summary>
    public ChoiceMetadata? Choice { get; set; }

    /// <summary>Value of a choice or yes/no column that a create without one gets.</summary>
    public int? Default { get; init; }

    public string? AutoNumberFormat { get; init; }

    /// <summary>The money column whose amount this column holds in the organization's base currency.</summary>
    public string? BaseOf { get; init; }

    /// <summary>Written by the platform only; a caller's value is left aside, as in Dataverse.</summary>
    public bool IsPlatformOwned { get; init; }

    /// <summary>The tables that a lookup may point to, in the order of declaration; none means any table.</summary>
    public IReadOnlyList<string> Targets => _targets;

    public bool IsPolymorphic => Type == ColumnType.Lookup && _targets.Count != 1;

    public void AddTarget(string table)
    {
        if (!_targets.Contains(table))
        {
            _targets.Add(table);
        }
    }
}

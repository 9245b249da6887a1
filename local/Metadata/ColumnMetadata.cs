using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace CrmAddon.Local.Metadata;

/// <summary>One column of a table, as the solution declares it.</summary>
internal sealed class ColumnMetadata
{
    private readonly List<string> _targets = [];

    public required string Name { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>The name with its capitals (<c>PhysicalName</c> in the files).</summary>
    [AllowNull]
    public string SchemaName { get => field ?? Name; init; }

    /// <summary>The label that people see, English first.</summary>
    [AllowNull]
    public string DisplayName { get => field ?? SchemaName; init; }

    /// <summary>The label in every language; null where none was declared.</summary>
    public LocalText? Labels { get; init; }

    public LocalText? Description { get; init; }

    /// <summary>Where the value comes from: written, calculated or rolled up. The platform computes the latter two; here they stay empty.</summary>
    public SourceKind Source { get; init; }

    /// <summary>Largest file or picture in kilobytes; 0 where none was declared.</summary>
    public int MaxSizeInKb { get; init; }

    /// <summary>The type's word in the solution file, such as <c>nvarchar</c> or <c>customer</c>.</summary>
    public string DeclaredType { get; init; } = "";

    /// <summary>What a text, number or date is shown as, such as <c>email</c>, <c>duration</c> or <c>date</c>; empty where none is said.</summary>
    public string Format { get; init; } = "";

    /// <summary>Whether column security decides who reads and writes it.</summary>
    public bool IsSecured { get; init; }

    public bool IsValidForCreate { get; init; } = true;

    public bool IsValidForUpdate { get; init; } = true;

    public bool IsValidForRead { get; init; } = true;

    public bool IsCustom { get; init; }

    public bool IsAuditEnabled { get; init; }

    /// <summary>Whether a row keeps a value of it.</summary>
    public bool IsStored => Type is not (ColumnType.PartyList or ColumnType.Virtual);

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

    /// <summary>Whether people see the day only.</summary>
    public bool IsShownAsDate => DateBehavior == DateBehavior.DateOnly || Format is "date" or "dateonly";

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

using System;

namespace CrmAddon.Worker.Usage.Focus;

/// <summary>
/// One row of a file as it was written: the text of the columns that matter, where it stood, and what is wrong with its form.
/// A reader fills the same instance for every row, so that reading a file of any length takes the same memory.
/// </summary>
public sealed class FocusRecord
{
    private readonly string?[] _values = new string?[Enum.GetValues<FocusColumn>().Length];

    /// <summary>The line of the file on which the row starts (Parquet: the number of the row), counted from 1.</summary>
    public long Line { get; set; }

    /// <summary>Why the row can't be read at all, as a sentence; null for a row of the right form.</summary>
    public string? Defect { get; set; }

    /// <summary>The row as it stands in the file, for the list of what was set aside; read only when it is needed.</summary>
    public Func<string> Raw { get; set; } = static () => "";

    /// <summary>
    /// The text of a column; null when the file has no such column or no value there. FOCUS files in the field write no value
    /// as nothing at all, <c>NULL</c>, <c>null</c> or <c>(null)</c>.
    /// </summary>
    public string? this[FocusColumn column]
    {
        get => _values[(int)column];
        set => _values[(int)column] = value?.Trim() is { Length: > 0 } text && text is not ("NULL" or "null" or "(null)") ? text : null;
    }

    /// <summary>Makes the record ready for the next row.</summary>
    public void Clear(long line)
    {
        Array.Clear(_values);
        Line = line;
        Defect = null;
    }
}

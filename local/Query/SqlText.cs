using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace CrmAddon.Local.Query;

/// <summary>A statement in the making: its text and the values of its parameters.</summary>
internal sealed class SqlText
{
    private readonly StringBuilder _text = new(512);

    public List<object?> Values { get; private init; } = [];

    /// <summary>A text of its own whose parameters are those of this statement.</summary>
    public SqlText Part() => new() { Values = Values };

    public SqlText Add(string text)
    {
        _text.Append(text);
        return this;
    }

    public SqlText Add(ResolvedColumn column) => Add(column.Sql);

    /// <summary>A number in the text itself, for places where SQLite would prepare the statement anew for each value.</summary>
    public SqlText Number(long value)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{value}");
        return this;
    }

    public SqlText Parameter(object? value)
    {
        _text.Append(CultureInfo.InvariantCulture, $"@{Values.Count}");
        Values.Add(value);
        return this;
    }

    public override string ToString() => _text.ToString();
}

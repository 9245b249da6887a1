using System.Collections.Generic;

namespace CrmAddon.Local.Query.Results;

/// <summary>What a statement selects.</summary>
internal sealed class SelectList
{
    private readonly List<string> _sql = [];

    public int Count => _sql.Count;

    /// <summary>Adds an expression and gives its place in the result.</summary>
    public int Add(string sql)
    {
        _sql.Add(sql);
        return _sql.Count - 1;
    }

    public override string ToString() => _sql.Count == 0 ? "1" : string.Join(", ", _sql);
}

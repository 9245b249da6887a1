using System.Collections.Generic;
using System.Text;

namespace CrmAddon.Local.Query.Text;

/// <summary>The order of texts in memory that <see cref="TextCollation"/> gives them in the database.</summary>
internal sealed class TextOrder : IComparer<string>
{
    public static TextOrder Instance { get; } = new();

    public int Compare(string? x, string? y) =>
        TextCollation.Compare(Encoding.UTF8.GetBytes(x ?? string.Empty), Encoding.UTF8.GetBytes(y ?? string.Empty));
}

using System.Globalization;

namespace CrmAddon.Local.Metadata;

/// <summary>File and line of a declaration, for messages.</summary>
internal readonly record struct SourcePlace(string? File, int Line)
{
    public override string ToString() =>
        File is null ? "the platform" : Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}") : File;
}

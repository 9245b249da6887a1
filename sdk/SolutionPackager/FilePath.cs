using System;
using System.Linq;

namespace CrmAddon.SolutionPackager;

/// <summary>Paths within a solution: relative, parts separated by '/', nothing that leads out of its folder or means something else on another system.</summary>
internal static class FilePath
{
    public static string Checked(string path, string where)
    {
        var normal = path.Replace('\\', '/');
        if (normal.Length == 0 || normal.Split('/').Any(part => part is "" or "." or ".." || part.Any(IsForbidden) || part.EndsWith('.') || part.EndsWith(' ')))
            throw new SolutionPackageException($"{where}: the file name '{path}' leads out of the package or is no file name on every system.");
        return normal;
    }

    /// <summary>A name as the name of a file.</summary>
    public static string FileName(string name) => string.Concat(name.Select(c => IsForbidden(c) || c == '/' ? '_' : c)).TrimEnd('.', ' ');

    private static bool IsForbidden(char c) => c < ' ' || ":*?\"<>|\\".Contains(c, StringComparison.Ordinal);
}

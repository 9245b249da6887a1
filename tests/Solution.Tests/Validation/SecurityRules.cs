using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Roles name privileges that exist, at levels that the table's ownership has; profiles name columns that are secured.</summary>
internal static class SecurityRules
{
    private static readonly string[] OfEveryTable = ["Create", "Read", "Write", "Delete", "AppendTo", "Append"];
    private static readonly string[] OfOwnedRows = [.. OfEveryTable, "Assign", "Share"];

    /// <summary>Privileges of the platform that belong to no table of ours or of the standard tables as they are described here: name and the levels that it has.</summary>
    private static readonly Dictionary<string, string[]> Platform = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Validation", "Privileges.txt"))
        .Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(words => words[0], words => words[1..]);

    public static IEnumerable<Finding> Check(Installation s)
    {
        var known = new Dictionary<string, string[]>(Platform);
        foreach (var table in s.Installed.Tables.Values)
        {
            foreach (var action in table.IsUserOwned ? OfOwnedRows : OfEveryTable)
                known.TryAdd($"prv{action}{table.SchemaName}", table.IsUserOwned ? ["Basic", "Local", "Deep", "Global"] : ["Global"]);
        }

        foreach (var (path, role) in s.Roles)
        {
            foreach (var privilege in role.Descendants("RolePrivilege"))
            {
                var name = privilege.Attribute("name")?.Value ?? "";
                if (!known.TryGetValue(name, out var levels))
                    yield return Finding.At(path, privilege, $"privilege {name} does not exist");
                else if (!levels.Contains(privilege.Attribute("level")?.Value))
                    yield return Finding.At(path, privilege, $"privilege {name} has no level {privilege.Attribute("level")?.Value}, only {string.Join(", ", levels)}");
            }

            foreach (var twice in role.Descendants("RolePrivilege").GroupBy(p => p.Attribute("name")?.Value).Where(g => g.Count() > 1))
                yield return Finding.At(path, twice.Last(), $"privilege {twice.Key} is there twice");
        }

        var released = new HashSet<string>();
        foreach (var (path, profile) in s.FieldSecurityProfiles)
        {
            foreach (var permission in profile.Descendants("FieldPermission"))
            {
                var (table, column) = (permission.Element("EntityName")?.Value ?? "", permission.Element("AttributeName")?.Value ?? "");
                released.Add($"{table}.{column}");
                if (!s.Installed.Tables.TryGetValue(table, out var found) || !found.Columns.TryGetValue(column, out var secured))
                    yield return Finding.At(path, permission, $"column {table}.{column} does not exist");
                else if (!secured.IsSecured)
                    yield return Finding.At(path, permission, $"column {table}.{column} is not secured");
            }
        }

        foreach (var table in s.Solution.Tables.Values)
        {
            foreach (var column in table.Columns.Values.Where(c => c.IsSecured && !released.Contains($"{table.Name}.{c.Name}")))
                yield return Finding.At(table.Path, column.Xml, $"column {column.Name} is secured, but no profile lets anybody see it");
        }
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Roles.Tests;

/// <summary>The roles as the solution carries them, and the tables by the names that privileges end in.</summary>
internal static class RoleFiles
{
    /// <summary>By logical name: what the names of a table's privileges end in. For a standard table it is not always the schema name.</summary>
    public static IReadOnlyDictionary<string, string> Privileges { get; } = Directory.EnumerateDirectories(Path.Combine(Repository.Base, "Entities"))
        .Concat(Directory.EnumerateDirectories(Path.Combine(Repository.Solution, "Entities")))
        .Select(Path.GetFileName).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
        .ToDictionary(name => name.ToLowerInvariant(), name => name == "SystemUser" ? "User" : name, StringComparer.Ordinal);

    /// <summary>The tables that are the solution's own.</summary>
    public static IEnumerable<string> OwnTables => Privileges.Keys.Where(name => name.StartsWith("cov_", StringComparison.Ordinal));

    /// <summary>Privileges of a role with their depth, as its file says.</summary>
    public static Dictionary<string, string> Of(string role) => XDocument.Load(Path.Combine(Repository.Solution, "Roles", role + ".xml"))
        .Descendants("RolePrivilege").ToDictionary(p => p.Attribute("name")!.Value, p => p.Attribute("level")!.Value, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Path.Combine(Repository.Solution, "Roles"), "*.xml")
        .Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal);
}

using System;
using System.Collections.Generic;
using System.IO;

namespace CrmAddon.Roles.Tests;

/// <summary>What solution/roles.md promises: for each role how far each action on each table reaches, and who may call which custom API.</summary>
internal sealed class RolesPage
{
    public static readonly string[] Actions = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign", "Share"];

    private const string Prefix = "Partner Programs - ";

    private RolesPage(
        Dictionary<string, Dictionary<(string Table, string Action), string>> roles, Dictionary<(string Api, string Role), bool> calls)
    {
        Roles = roles;
        Calls = calls;
    }

    /// <summary>By role: the depth (Global, Local, Basic) of an action on a table; what is not in it is not allowed.</summary>
    public IReadOnlyDictionary<string, Dictionary<(string Table, string Action), string>> Roles { get; }

    /// <summary>Whether a role may call a custom API.</summary>
    public IReadOnlyDictionary<(string Api, string Role), bool> Calls { get; }

    public static RolesPage Read() => Parse(File.ReadAllLines(Path.Combine(Repository.Root, "solution", "roles.md")));

    public static RolesPage Parse(IEnumerable<string> lines)
    {
        Dictionary<string, Dictionary<(string, string), string>> roles = new(StringComparer.Ordinal);
        Dictionary<(string, string), bool> calls = [];
        Dictionary<(string, string), string>? role = null;
        string[] heads = [];
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                var title = line[3..];
                role = title.StartsWith(Prefix, StringComparison.Ordinal) ? roles[title] = [] : null;
            }

            var cells = line.StartsWith('|') ? line.Trim('|').Split('|', StringSplitOptions.TrimEntries) : [];
            if (cells.Length == 0 || cells[0].StartsWith('-'))
            {
                continue;
            }

            if (!cells[0].StartsWith('`'))
            {
                heads = cells;
                continue;
            }

            var name = cells[0].Trim('`');
            for (var i = 1; i < cells.Length; i++)
            {
                if (role is null && heads[0] == "custom API")
                {
                    calls[(name, Prefix + heads[i])] = cells[i] == "yes";
                }
                else if (role is not null && Depth(cells[i]) is { } depth)
                {
                    role[(name, Actions[i - 1])] = depth;
                }
            }
        }

        return new RolesPage(roles, calls);
    }

    private static string? Depth(string cell) => cell switch
    {
        "O" => "Global",
        "BU" => "Local",
        "U" => "Basic",
        "-" => null,
        _ => throw new InvalidDataException($"'{cell}' is none of O, BU, U and -."),
    };
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>Rosters on which credit rules can differ: roles filled or empty, by one partner or by two unlike ones.</summary>
internal static class Rosters
{
    private const int RolesInAllCombinations = 6;

    private static readonly string[] First = ["Nimbus", "Relay", "Harbor", "Skyops", "Orion", "Vega", "Atlas", "Lyra"];
    private static readonly string[] Second = ["Cirrus", "Beacon", "Anchor", "Ridge", "Draco", "Altair", "Rhea", "Corvus"];
    private static readonly string[] Outside = ["Solaris", "Zephyr", "Mistral", "Boreas", "Kestrel", "Tundra"];

    /// <summary>Partners that fields may name: two who are on the deal, and others who are not, enough to be all different.</summary>
    public static IReadOnlyList<string> Keys(int fields) =>
        [First[0], First[1], .. Enumerable.Range(0, Math.Max(1, fields - 2)).Select(i => Name(Outside, i))];

    /// <summary>The rosters that matter where only some roles do; the plainest comes first, since it makes the best example.</summary>
    /// <param name="roles">The program's roles.</param>
    /// <param name="mentioned">Those that get a share of their own.</param>
    public static IEnumerable<IReadOnlyList<Participant>> All(IReadOnlyList<string> roles, IReadOnlyCollection<string> mentioned)
    {
        var people = roles.Select((role, i) => (One: Partner(Name(First, i), role, 1, 1), Other: Partner(Name(Second, i), role, 3, 2)))
            .Where((pair, i) => i < 2 || mentioned.Contains(pair.One.Role)).ToArray();
        Participant[] named = [.. people.Where(pair => mentioned.Contains(pair.One.Role)).Select(pair => pair.One)];
        Participant[] singles = [.. people.Select(pair => pair.One)];
        yield return named;
        yield return singles;
        foreach (var some in singles.Length <= RolesInAllCombinations ? Subsets(singles) : Extremes(singles))
            yield return some;
        yield return [.. named, .. people.Where(pair => mentioned.Contains(pair.One.Role)).Select(pair => pair.Other)];
        foreach (var pair in people)
            yield return [.. named.Where(one => one != pair.One), pair.One, pair.Other];
        yield return [.. singles, .. people.Select(pair => pair.Other)];
    }

    /// <summary>The plainest partner in a role.</summary>
    public static Participant Single(IReadOnlyList<string> roles, string role)
    {
        for (var i = 0; i < roles.Count; i++)
        {
            if (roles[i] == role)
                return Partner(Name(First, i), role, 1, 1);
        }
        return Partner(First[0], role, 1, 1);
    }

    private static IEnumerable<IReadOnlyList<Participant>> Subsets(Participant[] singles)
    {
        for (var chosen = (1 << singles.Length) - 2; chosen >= 0; chosen--)
            yield return [.. singles.Where((_, i) => (chosen & (1 << i)) != 0)];
    }

    private static IEnumerable<IReadOnlyList<Participant>> Extremes(Participant[] singles)
    {
        foreach (var single in singles)
        {
            yield return [single];
            yield return [.. singles.Where(other => other != single)];
        }
        yield return [];
    }

    private static Participant Partner(string name, string role, decimal weight, int day) =>
        new() { PartnerKey = name, Role = role, Weight = weight, EngagedOn = new DateTime(2025, 1, day) };

    private static string Name(string[] names, int index) =>
        index < names.Length ? names[index] : names[index % names.Length] + (index / names.Length);
}

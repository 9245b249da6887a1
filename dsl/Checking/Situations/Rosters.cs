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

    /// <summary>Partners in the order of the program's roles.</summary>
    public static IReadOnlyList<string> FirstPartners => First;

    /// <summary>The fullest first, since it makes the most natural example.</summary>
    public static IEnumerable<IReadOnlyList<Participant>> All(IReadOnlyList<string> roles)
    {
        var singles = roles.Select((role, i) => Partner(Name(First, i), role, 1, 1)).ToArray();
        yield return singles;
        if (roles.Count <= RolesInAllCombinations)
        {
            for (var chosen = (1 << roles.Count) - 2; chosen >= 0; chosen--)
                yield return [.. singles.Where((_, i) => (chosen & (1 << i)) != 0)];
        }
        else
        {
            foreach (var single in singles)
            {
                yield return [single];
                yield return [.. singles.Where(other => other != single)];
            }
            yield return [];
        }
        yield return [.. singles, .. roles.Select((role, i) => Partner(Name(Second, i), role, 3, 2))];
    }

    public static string Describe(IReadOnlyList<Participant> roster) => roster.Count == 0
        ? "none"
        : string.Join(", ", roster.Select(one => one.PartnerKey + " as " + one.Role));

    private static Participant Partner(string name, string role, decimal weight, int day) =>
        new() { PartnerKey = name, Role = role, Weight = weight, EngagedOn = new DateTime(2025, 1, day) };

    private static string Name(string[] names, int index) =>
        index < names.Length ? names[index] : names[index % names.Length] + (index / names.Length);
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>A partner that somebody puts on a deal's roster to see what that would change.</summary>
/// <param name="PartnerKey">The partner's key.</param>
/// <param name="Role">The role by its name in the program.</param>
/// <param name="Weight">What the partner counts for where several share a role; null for what holds without one.</param>
/// <param name="EngagedOn">The day on which the partner was engaged; null for what holds without one.</param>
/// <param name="OwnPercent">The share that a person sets; null for none.</param>
public sealed record RosterLine(string PartnerKey, string Role, decimal? Weight, DateTime? EngagedOn, decimal? OwnPercent);

/// <summary>Reads a roster: a list of <c>{"partner", "role", "weight", "engagedOn", "ownPercent"}</c>, of which the last three may be left out.</summary>
public static class RosterReader
{
    /// <summary>The lines of a roster, in their order.</summary>
    /// <exception cref="CaseFormatException">The text is no such list; the message says where and why.</exception>
    public static IReadOnlyList<RosterLine> Read(string text)
    {
        using var reader = new StringReader(text);
        return [.. JsonObjects.Of(reader).Select(json => Members.Whole(json, Line))];
    }

    private static RosterLine Line(Members line) => new(
        line.Name("partner"), line.Name("role"), line.NumberOrNone("weight"), line.DayOrNone("engagedOn"), line.NumberOrNone("ownPercent"));
}

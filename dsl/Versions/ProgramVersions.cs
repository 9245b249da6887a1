using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;

namespace CrmAddon.Rules;

/// <summary>
/// The versions of one program, one after the other. Each month belongs to exactly one of them: gaps and overlaps are errors, and
/// so is a later version that takes effect before an earlier one.
/// </summary>
public static class ProgramVersions
{
    /// <summary>What is wrong with the months of the versions; each finding points to the version that it names first.</summary>
    /// <param name="versions">The versions in the order in which they were published.</param>
    /// <exception cref="ArgumentNullException">There is no list.</exception>
    public static IReadOnlyList<VersionFinding> Check(IReadOnlyList<ProgramVersion> versions)
    {
        if (versions is null)
            throw new ArgumentNullException(nameof(versions));
        var found = new List<VersionFinding>();
        foreach (var version in versions.Where(version => version.EffectiveUntil < version.EffectiveFrom))
            found.Add(Finding(version, Problems.VersionEndsBeforeItBegins(Line(version), version)));
        for (var i = 1; i < versions.Count; i++)
        {
            if (Compare(versions[i - 1], versions[i]) is { } problem)
                found.Add(Finding(versions[i], problem));
        }
        return found;
    }

    /// <summary>The version in force in a month; null where there is none.</summary>
    /// <param name="versions">The versions in the order in which they were published, without findings.</param>
    /// <param name="month">The month of the business date.</param>
    public static ProgramVersion? InForce(IReadOnlyList<ProgramVersion> versions, Month month) =>
        versions.LastOrDefault(version => version.EffectiveFrom <= month) is { } last && !(last.EffectiveUntil < month) ? last : null;

    private static Diagnostic? Compare(ProgramVersion earlier, ProgramVersion later)
    {
        if (later.EffectiveFrom == earlier.EffectiveFrom)
            return Problems.VersionsOfOneMonth(Line(later), later, earlier);
        if (later.EffectiveFrom < earlier.EffectiveFrom)
            return Problems.VersionsOutOfOrder(Line(later), later, earlier);
        if (earlier.EffectiveUntil is not { } until || until < earlier.EffectiveFrom)
            return null;
        return until >= later.EffectiveFrom ? Problems.VersionsOverlap(Line(later), later, earlier, until)
            : until.AddMonths(1) < later.EffectiveFrom
                ? Problems.VersionsLeaveAGap(Line(later), later, earlier, until.AddMonths(1), later.EffectiveFrom.AddMonths(-1))
                : null;
    }

    private static VersionFinding Finding(ProgramVersion version, Diagnostic diagnostic) => new(version, diagnostic);

    private static TextRange Line(ProgramVersion version)
    {
        var length = version.Text is { } text ? text.Split('\r', '\n')[0].Length : 0;
        return new TextRange(0, length, 1, 1, 1, 1 + length);
    }
}

/// <summary>What is wrong with the months of a version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Diagnostic">What is wrong, in the form of every other finding.</param>
public sealed record VersionFinding(ProgramVersion Version, Diagnostic Diagnostic);

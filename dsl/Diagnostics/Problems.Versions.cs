namespace CrmAddon.Rules.Diagnostics;

internal static partial class Problems
{
    public static Diagnostic VersionsOfOneMonth(TextRange range, ProgramVersion later, ProgramVersion earlier) =>
        Error("RUL0610", range, $"\"{later.Name}\" and \"{earlier.Name}\" both take effect from {later.EffectiveFrom}",
            $"let \"{later.Name}\" take effect from {earlier.EffectiveFrom.AddMonths(1)} or later");

    public static Diagnostic VersionsOutOfOrder(TextRange range, ProgramVersion later, ProgramVersion earlier) =>
        Error("RUL0610", range,
            $"\"{later.Name}\" takes effect from {later.EffectiveFrom}, before \"{earlier.Name}\", which it follows and which takes effect from {earlier.EffectiveFrom}",
            $"let it take effect from {earlier.EffectiveFrom.AddMonths(1)} or later");

    public static Diagnostic VersionsOverlap(TextRange range, ProgramVersion later, ProgramVersion earlier, Month until) =>
        Error("RUL0610", range, $"\"{earlier.Name}\" is in force until {until}, and \"{later.Name}\" takes effect from {later.EffectiveFrom}",
            $"end \"{earlier.Name}\" with {later.EffectiveFrom.AddMonths(-1)}, or let \"{later.Name}\" take effect from {until.AddMonths(1)}");

    public static Diagnostic VersionsLeaveAGap(TextRange range, ProgramVersion later, ProgramVersion earlier, Month from, Month until) =>
        Error("RUL0611", range, $"no version is in force from {from} to {until}, between \"{earlier.Name}\" and \"{later.Name}\"",
            $"let \"{later.Name}\" take effect from {from}, or \"{earlier.Name}\" end with {until}");

    public static Diagnostic VersionEndsBeforeItBegins(TextRange range, ProgramVersion version) =>
        Error("RUL0612", range, $"\"{version.Name}\" ends with {version.EffectiveUntil}, before it takes effect from {version.EffectiveFrom}",
            "correct one of the months");
}

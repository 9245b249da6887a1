using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Editing;

/// <summary>What a name stands for: a rule with its first clauses and who refers to it, a role, a partner, an example and how it came out.</summary>
internal static class NameHover
{
    public static string Of(DocumentReading reading, NamePlace place, int token, Lazy<CheckResult> check) => place.Kind switch
    {
        "role" => OfRole(reading, place),
        "partner" => $"**{place.Name}** A partner of this example.",
        "customer" => $"**{place.Name}** A customer of this example.",
        "product" => $"**{place.Name}** A product, by its number.",
        "example" => OfExample(reading, token, place, check),
        "tier" => $"**tier {place.Name}** {KeywordMeanings.Of("", "tier")}",
        _ => OfRule(reading, place),
    };

    private static string OfRule(DocumentReading reading, NamePlace place)
    {
        ClausedRule[] versions = [.. reading.ClausedRules.Where(rule => rule.Kind == place.Kind && rule.Name.Text == place.Name)];
        var lines = new List<string> { $"**{place.Kind} \"{place.Name}\"**" };
        if (versions.Length == 0)
            lines.Add(reading.Names.Same(place).Any(same => same.IsDefinition) ? "It can't be read yet." : "There is no such rule.");
        else
            lines.Add(string.Join("  \n", Clauses(versions[0]).Select(clause => reading.Context.Slice(clause.Range))));
        if (versions.Length > 1)
            lines.Add($"One of {versions.Length} versions that follow each other in time.");
        AddReferrers(lines, "Exceptions to it", reading, rule => rule.Clauses.OfType<ExceptionClause>().SelectMany(clause => clause.Bases), place, "credit");
        AddReferrers(lines, "Taken back by", reading, rule => rule.Clauses.OfType<OfClause>().SelectMany(clause => clause.Rules), place, "commission");
        return string.Join("\n\n", lines);
    }

    private static IEnumerable<Clause> Clauses(ClausedRule rule) => rule.Clauses.Where(clause => clause is
        ExceptionClause or SubjectsClause or RolesClause or ScheduleClause or OfClause or AllToClause or SharesClause or ProtectClause or WhenClause);

    private static void AddReferrers(
        List<string> lines, string title, DocumentReading reading, Func<ClausedRule, IEnumerable<Named>> names, NamePlace place, string kind)
    {
        string[] found = place.Kind != kind ? [] :
            [.. reading.ClausedRules.Where(rule => names(rule).Any(name => name.Text == place.Name)).Select(rule => $"\"{rule.Name.Text}\"").Distinct()];
        if (found.Length > 0)
            lines.Add($"{title}: {string.Join(", ", found)}.");
    }

    private static string OfRole(DocumentReading reading, NamePlace place)
    {
        var earned = reading.ClausedRules
            .Where(rule => rule.Clauses.OfType<RolesClause>().Any(clause => clause.Roles.Count == 0 || clause.Roles.Any(role => role.Text == place.Name)))
            .Select(rule => $"\"{rule.Name.Text}\"").Distinct().ToArray();
        var shared = reading.ClausedRules
            .SelectMany(rule => rule.Clauses.OfType<SharesClause>().SelectMany(clause => clause.Shares)
                .Where(share => share.Role.Text == place.Name).Select(share => $"{NumberText.Percent(share.Rate)} in \"{rule.Name.Text}\""))
            .ToArray();
        var lines = new List<string> { $"**{place.Name}** A role of partners." };
        if (shared.Length > 0)
            lines.Add($"Shares: {string.Join(", ", shared)}.");
        if (earned.Length > 0)
            lines.Add($"Earns: {string.Join(", ", earned)}.");
        return string.Join("\n\n", lines);
    }

    private static string OfExample(DocumentReading reading, int token, NamePlace place, Lazy<CheckResult> check)
    {
        var title = $"**example \"{place.Name}\"** ";
        if (reading.RuleAt(token) is not { } rule)
            return title + "It can't be read yet.";
        Diagnostic[] found = [.. check.Value.Diagnostics.Where(finding =>
            rule.Range.Offset <= finding.Range.Offset && finding.Range.Offset < rule.Range.Offset + rule.Range.Length)];
        if (found.Length > 0)
            return title + "It does not hold.\n\n" + string.Join("\n\n", found.Select(finding => "```\n" + finding.Message + "\n```"));
        return title + (check.Value.Examples.Any(example => example.Name == place.Name && example.Passed)
            ? "It holds."
            : "It is not run while the program has other errors.");
    }
}

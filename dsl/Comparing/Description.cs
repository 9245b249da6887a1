using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Comparing;

/// <summary>Describes a program part by part: the program itself, its fields and roles, and its rules by kind and name.</summary>
internal static class Description
{
    public static IEnumerable<Described> Of(BoundProgram program) =>
    [
        new Described("program", "", null, Header(program)),
        .. program.Fields.Where(field => field.IsAdded).Select(field => new Described("field", field.Path, null, Field(field))),
        .. program.Roles.Select(role => new Described("role", role, null, [])),
        .. program.Credits.Select(rule => new Described("credit", rule.Name, rule.Effective.From, [.. CreditTerms.Of(rule)], Credit: rule)),
        .. program.Commissions.Select(rule =>
            new Described("commission", rule.Name, rule.Effective.From, [.. CommissionTerms.Of(rule)], Commission: rule)),
        .. program.Clawbacks.Select(rule => new Described("clawback", rule.Name, null, Clawback(rule))),
        .. new[] { program.Churn }.OfType<Condition>().Select(churn => new Described("churn", "", null, [.. new Terms { { "when", churn } }])),
        .. new[] { program.Registration }.OfType<RegistrationTerms>()
            .Select(terms => new Described("registration", terms.Name, null, Registration(terms))),
        .. program.Tiers.Select(rule => new Described("tier", rule.Tier, null, [.. new Terms { { "when", rule.When } }])),
    ];

    private static Term[] Header(BoundProgram program) =>
    [
        .. new Terms
        {
            { "name", program.Name },
            { "currency", program.Currency },
            { "rounding", $"to {NumberText.Shortest(program.Rounding.Digits)} decimals, half {(program.Rounding.HalfEven ? "even" : "up")}" },
            { "first month of the fiscal year", NumberText.Shortest(program.FiscalYear.FirstMonth) },
        },
    ];

    private static Term[] Field(FieldDefinition field) =>
    [
        .. new Terms
        {
            { "type", field.Type.ToString().ToLowerInvariant() },
            { "choices", field.Choices.Count == 0 ? null : string.Join(", ", field.Choices) },
            { "column", $"{field.Table}.{field.Column}" },
        },
    ];

    private static Term[] Clawback(ClawbackRule rule) =>
    [
        .. new Terms
        {
            { "of", string.Join(", ", rule.Rules.OrderBy(name => name, System.StringComparer.Ordinal).Select(name => $"\"{name}\"")) },
            { "within", rule.WithinDays is { } days ? $"{NumberText.Shortest(days)} days of {rule.Since!.Path}" : null },
            { "takes back", NumberText.Percent(rule.Rate) },
        },
    ];

    private static Term[] Registration(RegistrationTerms terms) =>
    [
        .. new Terms
        {
            { "protects", NumberText.Shortest(terms.ProtectDays) + " days" },
            {
                "extends", terms.MaxExtensions == 0 ? null
                    : $"{Times(terms.MaxExtensions)} by {NumberText.Shortest(terms.ExtendDays)} days"
            },
            { "conflict", terms.ConflictOnAnySameProduct ? "same customer and any same product" : "same customer" },
        },
    ];

    private static string Times(int count) => count == 1 ? "once" : NumberText.Shortest(count) + " times";
}

using System.Linq;

namespace CrmAddon.Rules.Cli.Input;

/// <summary>The fields that a case may give: those that all programs know, and those that these programs add.</summary>
internal static class CaseVocabulary
{
    /// <exception cref="InputException">Two programs add a field with different types, so one case can't be given to both.</exception>
    public static Vocabulary Of(params RuleProgram[] programs)
    {
        var vocabulary = Vocabulary.Standard;
        foreach (var field in programs.SelectMany(program => program.Fields).Where(field => field.IsAdded))
            vocabulary = vocabulary.With(vocabulary.TryFind(field.Path) is { IsAdded: true } known ? Both(known, field) : field);
        return vocabulary;
    }

    private static FieldDefinition Both(FieldDefinition one, FieldDefinition other) => one.Type != other.Type
        ? throw new InputException($"{one.Path} is {Named(one.Type)} in one program and {Named(other.Type)} in the other, so no case fits both.")
        : new FieldDefinition
        {
            Path = one.Path, Type = one.Type, IsAdded = true, Choices = [.. one.Choices.Union(other.Choices)],
            MayBeMissing = one.MayBeMissing, WhenEmpty = one.WhenEmpty, Table = one.Table, Column = one.Column,
        };

    private static string Named(FieldType type) => type switch
    {
        FieldType.YesNo => "yes or no",
        FieldType.Money => "an amount",
        _ => $"a {char.ToLowerInvariant(type.ToString()[0])}{type.ToString()[1..]}",
    };
}

using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>The fields that an example may state, named without the subject where that is understood.</summary>
internal static class ExampleFields
{
    /// <summary>The field of a name in an example; null where there is none.</summary>
    public static FieldDefinition? Find(Vocabulary vocabulary, IReadOnlyList<Token> example, string name) =>
        Subjects(example).Select(subject => vocabulary.TryFind(subject + "." + name)).FirstOrDefault(field => field is not null);

    /// <summary>Each field that can be stated, with the shortest name that means it here.</summary>
    public static IEnumerable<(string Name, FieldDefinition Field)> All(Vocabulary vocabulary, IReadOnlyList<Token> example)
    {
        var taken = new HashSet<string>();
        foreach (var subject in Subjects(example).Distinct())
        {
            foreach (var field in vocabulary.Fields.Where(field => field.Path.StartsWith(subject + ".", StringComparison.Ordinal)))
            {
                var last = field.Path.Substring(subject.Length + 1);
                yield return (taken.Add(last) ? last : field.Path, field);
            }
        }
    }

    // A field belongs to the last partner, else to the customer of a month, else to the deal; what that has not, to the others.
    private static IEnumerable<string> Subjects(IReadOnlyList<Token> example)
    {
        var deal = example.Any(token => token.Is("deal"));
        if (example.Any(token => token.Is("as") || token.Is("partner")))
            yield return "partner";
        if (deal)
            yield return "deal";
        if (deal || example.Any(token => token.Is("customer")))
            yield return "customer";
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace CrmAddon.Rules;

/// <summary>
/// What one part of the product says to people, in every <see cref="Language"/>: a text file for each language inside the part's
/// assembly (resources <c>Sentences.en</c>, <c>Sentences.de</c>), a line for each sentence.
/// </summary>
public sealed class Sentences
{
    private readonly Dictionary<string, Dictionary<string, SentenceTemplate>> languages;

    /// <summary>Reads the files.</summary>
    /// <param name="assembly">The assembly that carries them.</param>
    /// <exception cref="InvalidOperationException">A language has no file in it.</exception>
    public Sentences(Assembly assembly)
    {
        if (assembly is null)
            throw new ArgumentNullException(nameof(assembly));
        languages = Language.All.ToDictionary(
            language => language.Code,
            language => SentenceFile.Read(assembly, language.Code)
                .ToDictionary(line => line.Key, line => SentenceTemplate.Parse(line.Value), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>The sentences of a language by key, with the names of their places: what a translator has to keep.</summary>
    /// <param name="language">The language.</param>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Places(Language language) => Of(language)
        .ToDictionary(sentence => sentence.Key, sentence => (IReadOnlyList<string>)sentence.Value.Names.Distinct().ToList(), StringComparer.Ordinal);

    /// <summary>Says a sentence.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="sentence">The sentence.</param>
    /// <exception cref="KeyNotFoundException">The files don't have it.</exception>
    public string Say(Language language, Sentence sentence)
    {
        if (sentence is null)
            throw new ArgumentNullException(nameof(sentence));
        return Of(language).TryGetValue(sentence.Key, out var template)
            ? template.Fill(language, sentence.Values.ToDictionary(value => value.Name, value => Text(language, value.Value), StringComparer.Ordinal))
            : throw new KeyNotFoundException($"There is no sentence \"{sentence.Key}\" in {language}.");
    }

    /// <summary>Says a sentence.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="key">Its key.</param>
    /// <param name="values">What goes into its places.</param>
    /// <exception cref="KeyNotFoundException">The files don't have it.</exception>
    public string Say(Language language, string key, params (string Name, object Value)[] values) => Say(language, new Sentence(key, values));

    private Dictionary<string, SentenceTemplate> Of(Language language) =>
        languages[(language ?? throw new ArgumentNullException(nameof(language))).Code];

    private string Text(Language language, object value) => value switch
    {
        Sentence inner => Say(language, inner),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

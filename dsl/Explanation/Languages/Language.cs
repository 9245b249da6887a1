using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>
/// A language in which derivations are told: the sentence of each kind of step, and how numbers and days are written. It is one
/// text file inside the library; the machine's culture changes nothing.
/// </summary>
public sealed class Language
{
    // The low ten bits of a locale id are the language, the others the country.
    private const int PrimaryLanguage = 0x3FF;

    private readonly Dictionary<string, SentenceTemplate> templates;

    private Language(string code)
    {
        Code = code;
        var sentences = SentenceFile.Read(typeof(Language).Assembly, code);
        Name = sentences["language.name"];
        Writing = new Writing(sentences);
        templates = sentences.Where(sentence => !sentence.Key.StartsWith("language.", StringComparison.Ordinal))
            .ToDictionary(sentence => sentence.Key, sentence => SentenceTemplate.Parse(sentence.Value), StringComparer.Ordinal);
    }

    /// <summary>English, the language in which rulings keep their reasons.</summary>
    public static Language English { get; } = new("en");

    /// <summary>German.</summary>
    public static Language German { get; } = new("de");

    /// <summary>Every language, English first.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, German];

    /// <summary>The code of ISO 639, such as <c>de</c>.</summary>
    public string Code { get; }

    /// <summary>The language's own name for itself.</summary>
    public string Name { get; }

    internal Writing Writing { get; }

    internal IReadOnlyDictionary<string, SentenceTemplate> Templates => templates;

    /// <summary>The language of that code, whatever stands after a hyphen (<c>de-AT</c> is German); null when there is none.</summary>
    public static Language? TryFind(string? code)
    {
        var end = code?.IndexOf('-') ?? -1;
        var plain = end < 0 ? code : code!.Substring(0, end);
        return All.FirstOrDefault(language => string.Equals(language.Code, plain, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The language of a Windows locale id, such as 1031; null when there is none. The language counts, not the country.</summary>
    public static Language? TryFind(int localeId) => (localeId & PrimaryLanguage) switch
    {
        9 => English,
        7 => German,
        _ => null,
    };

    /// <summary>A number that stands as English writes it (<c>6,125.00</c>, <c>2.5%</c>), in this language.</summary>
    public string Number(string english) => Writing.FromEnglish(english ?? throw new ArgumentNullException(nameof(english)));

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A word that steps use as a value; as it stands where the language has none for it.</summary>
    internal string Word(string value) => templates.TryGetValue("word." + value, out var word) ? word.Text : value;
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Text;

namespace CrmAddon.Rules;

/// <summary>Reads the sentences of a language: lines of a kind, an equals sign and the sentence.</summary>
internal static class SentenceFile
{
    // Ordinary resources of the one assembly: a plug-in package has no place for an assembly per language.
    public static IReadOnlyDictionary<string, string> Read(Assembly assembly, string code)
    {
        using var stream = assembly.GetManifestResourceStream("Sentences." + code)
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no sentences in the language '{code}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            sentences.Add(line.Substring(0, equals), line.Substring(equals + 3));
        }
        return sentences;
    }
}

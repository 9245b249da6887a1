using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CrmAddon.Rules.Cli.Printing;
using CrmAddon.Rules.Json;

namespace CrmAddon.Rules.Cli.Input;

/// <summary>Files with cases as JSON: one, a list, or JSON Lines.</summary>
internal static class CaseFile
{
    /// <summary>The one case of a file; with a key, the first of that key.</summary>
    public static StoredCase ReadOne(string path, string? key, Vocabulary vocabulary, Terminal terminal)
    {
        var cases = ReadAll(path, vocabulary, terminal).Where(stored => key is null || stored.Key == key).Take(key is null ? 2 : 1).ToList();
        return cases.Count == 1 ? cases[0]
            : key is not null ? throw new InputException($"{InputFile.NameOf(path)} holds no case with the key {key}.")
            : cases.Count == 0 ? throw new InputException($"{InputFile.NameOf(path)} holds no case.")
            : throw new InputException($"{InputFile.NameOf(path)} holds more than one case; name one by --key.");
    }

    /// <summary>The cases of a file, one by one: memory does not grow with their number.</summary>
    /// <exception cref="InputException">While enumerating: the file can't be read, or the next one is no case.</exception>
    public static IEnumerable<StoredCase> ReadAll(string path, Vocabulary vocabulary, Terminal terminal) =>
        Guarded(path, reader => CaseReader.ReadAll(reader, vocabulary), terminal);

    /// <summary>What <paramref name="read"/> makes of a file, with errors that name the file.</summary>
    public static IEnumerable<T> Guarded<T>(string path, Func<TextReader, IEnumerable<T>> read, Terminal terminal)
    {
        using var reader = new StreamReader(InputFile.Open(path, terminal), Encoding.UTF8);
        using var items = read(reader).GetEnumerator();
        while (Next(path, items))
            yield return items.Current;
    }

    private static bool Next<T>(string path, IEnumerator<T> items)
    {
        try
        {
            return items.MoveNext();
        }
        catch (CaseFormatException e)
        {
            throw new InputException($"{InputFile.NameOf(path)}, {e.Message}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{InputFile.NameOf(path)} can't be read: {e.Message}");
        }
    }
}

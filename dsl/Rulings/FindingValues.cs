using System;
using System.Collections;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>The values of a step, few and in their order: names and values in turn.</summary>
internal sealed class FindingValues(string[] namesAndValues) : IReadOnlyDictionary<string, string>
{
    public int Count => namesAndValues.Length / 2;

    public IEnumerable<string> Keys => Every(0);

    public IEnumerable<string> Values => Every(1);

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, out string value)
    {
        for (var i = 0; i < namesAndValues.Length; i += 2)
        {
            if (string.Equals(namesAndValues[i], key, StringComparison.Ordinal))
            {
                value = namesAndValues[i + 1];
                return true;
            }
        }
        value = "";
        return false;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var i = 0; i < namesAndValues.Length; i += 2)
            yield return new KeyValuePair<string, string>(namesAndValues[i], namesAndValues[i + 1]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<string> Every(int from)
    {
        for (var i = from; i < namesAndValues.Length; i += 2)
            yield return namesAndValues[i];
    }
}

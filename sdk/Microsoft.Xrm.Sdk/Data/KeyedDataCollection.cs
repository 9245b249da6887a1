using System;
using System.Collections;
using System.Collections.Generic;

namespace Microsoft.Xrm.Sdk;

/// <summary>Values by key, in no promised order; setting the indexer adds or replaces.</summary>
/// <typeparam name="TKey">Type of the keys.</typeparam>
/// <typeparam name="TValue">Type of the values.</typeparam>
[Serializable]
public abstract class DataCollection<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> values = [];

    /// <summary>For the contract's own collections.</summary>
    protected internal DataCollection()
    {
    }

    /// <summary>Number of pairs.</summary>
    public int Count => values.Count;

    /// <summary>Whether the collection refuses changes; it never does.</summary>
    public bool IsReadOnly => false;

    /// <summary>All keys.</summary>
    public ICollection<TKey> Keys => values.Keys;

    /// <summary>All values.</summary>
    public ICollection<TValue> Values => values.Values;

    /// <summary>The value of a key.</summary>
    /// <exception cref="KeyNotFoundException">The key is absent (on reading).</exception>
    public virtual TValue this[TKey key]
    {
        get => values.TryGetValue(key, out var value)
            ? value
            : throw new KeyNotFoundException($"The key '{key}' is not in the {GetType().Name}.");
        set => values[key] = value;
    }

    /// <summary>Adds a pair.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    /// <summary>Adds a value under a key.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public virtual void Add(TKey key, TValue value) => values.Add(key, value);

    /// <summary>Adds pairs.</summary>
    public void AddRange(params KeyValuePair<TKey, TValue>[] items) => AddRange((IEnumerable<KeyValuePair<TKey, TValue>>)items);

    /// <summary>Adds pairs; nothing is added when <paramref name="items"/> is null.</summary>
    public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>>? items)
    {
        foreach (var item in items ?? [])
            Add(item);
    }

    /// <summary>Removes everything.</summary>
    public virtual void Clear() => values.Clear();

    /// <summary>Whether the key is there (its value may be null).</summary>
    public virtual bool Contains(TKey key) => values.ContainsKey(key);

    /// <summary>Whether exactly this pair is there.</summary>
    public bool Contains(KeyValuePair<TKey, TValue> key) => ((ICollection<KeyValuePair<TKey, TValue>>)values).Contains(key);

    /// <summary>Whether the key is there (its value may be null).</summary>
    public bool ContainsKey(TKey key) => values.ContainsKey(key);

    /// <summary>Copies the pairs into an array from an index on.</summary>
    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)values).CopyTo(array, arrayIndex);

    /// <summary>Removes a key; tells whether it was there.</summary>
    public virtual bool Remove(TKey key) => values.Remove(key);

    /// <summary>Removes exactly this pair; tells whether it was there.</summary>
    public bool Remove(KeyValuePair<TKey, TValue> item) => ((ICollection<KeyValuePair<TKey, TValue>>)values).Remove(item);

    /// <summary>Gives the value of a key if it is there.</summary>
    public bool TryGetValue(TKey key, out TValue value) => values.TryGetValue(key, out value!);

    /// <summary>All pairs.</summary>
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

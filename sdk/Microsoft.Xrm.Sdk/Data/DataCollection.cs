using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace Microsoft.Xrm.Sdk;

/// <summary>A list of values that can be filled in one go.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
[Serializable]
public class DataCollection<T> : Collection<T>
{
    internal DataCollection()
    {
    }

    internal DataCollection(IList<T> list) => AddRange(list);

    /// <summary>Adds the values at the end.</summary>
    public void AddRange(params T[]? items) => AddRange((IEnumerable<T>?)items);

    /// <summary>Adds the values at the end; nothing is added when <paramref name="items"/> is null.</summary>
    public void AddRange(IEnumerable<T>? items)
    {
        foreach (var item in items ?? [])
            Add(item);
    }

    /// <summary>A new array with the values in their order.</summary>
    public T[] ToArray() => [.. this.AsEnumerable()];
}

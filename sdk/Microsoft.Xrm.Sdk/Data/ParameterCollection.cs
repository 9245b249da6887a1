using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Parameters of a message by name.</summary>
[Serializable]
[CollectionDataContract(Name = "ParameterCollection", Namespace = ContractNamespaces.V2011)]
public sealed class ParameterCollection : DataCollection<string, object?>
{
    /// <summary>Sets a parameter unless the value is null.</summary>
    public void AddOrUpdateIfNotNull(string key, object? value)
    {
        if (value is not null)
            this[key] = value;
    }
}

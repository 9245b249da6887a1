using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The chosen options of a multiple choice column.</summary>
[Serializable]
[CollectionDataContract(Name = "OptionSetValueCollection", Namespace = ContractNamespaces.V90)]
public sealed class OptionSetValueCollection : DataCollection<OptionSetValue>
{
    /// <summary>No option.</summary>
    public OptionSetValueCollection()
    {
    }

    /// <summary>These options.</summary>
    public OptionSetValueCollection(IList<OptionSetValue> list)
        : base(list)
    {
    }
}

using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A yes/no setting that a managed solution may forbid to change.</summary>
[Serializable]
[DataContract(Name = "BooleanManagedProperty", Namespace = ContractNamespaces.V2011)]
public sealed class BooleanManagedProperty : ManagedProperty<bool>
{
    /// <summary>No.</summary>
    public BooleanManagedProperty()
    {
    }

    /// <summary>Yes or no.</summary>
    public BooleanManagedProperty(bool value) => Value = value;
}

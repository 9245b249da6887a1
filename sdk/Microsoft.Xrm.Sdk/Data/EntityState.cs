using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What a client's row is to the server.</summary>
[DataContract(Name = "EntityState", Namespace = ContractNamespaces.V2011)]
public enum EntityState
{
    /// <summary>As it was read.</summary>
    [EnumMember]
    Unchanged = 0,

    /// <summary>Not on the server yet.</summary>
    [EnumMember]
    Created = 1,

    /// <summary>Changed since it was read.</summary>
    [EnumMember]
    Changed = 2,
}

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Which side of a relation of a table with itself a row stands on.</summary>
[DataContract(Name = "EntityRole", Namespace = ContractNamespaces.V2011)]
public enum EntityRole
{
    /// <summary>The referencing side, that holds the lookup.</summary>
    [EnumMember]
    Referencing = 0,

    /// <summary>The referenced side, that the lookup points to.</summary>
    [EnumMember]
    Referenced = 1,
}

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>What an action on a row does to the rows that point to it.</summary>
[DataContract(Name = "CascadeType", Namespace = ContractNamespaces.Metadata2011)]
public enum CascadeType
{
    /// <summary>Nothing.</summary>
    [EnumMember]
    NoCascade = 0,

    /// <summary>The same to all.</summary>
    [EnumMember]
    Cascade = 1,

    /// <summary>The same to the active ones.</summary>
    [EnumMember]
    Active = 2,

    /// <summary>The same to those of the same owner.</summary>
    [EnumMember]
    UserOwned = 3,

    /// <summary>Their lookup is emptied.</summary>
    [EnumMember]
    RemoveLink = 4,

    /// <summary>It is refused while there are any.</summary>
    [EnumMember]
    Restrict = 5,
}

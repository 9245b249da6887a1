using System.Runtime.Serialization;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>How far a privilege reaches.</summary>
[DataContract(Name = "PrivilegeDepth", Namespace = ContractNamespace.V2011)]
public enum PrivilegeDepth
{
    /// <summary>Rows of the user and his teams.</summary>
    [EnumMember]
    Basic = 0,

    /// <summary>Rows of the business unit.</summary>
    [EnumMember]
    Local = 1,

    /// <summary>Rows of the business unit and of those below it.</summary>
    [EnumMember]
    Deep = 2,

    /// <summary>All rows.</summary>
    [EnumMember]
    Global = 3,
}

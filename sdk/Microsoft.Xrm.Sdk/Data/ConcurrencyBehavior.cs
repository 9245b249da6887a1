using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Whether an update or delete compares row versions.</summary>
[DataContract(Name = "ConcurrencyBehavior", Namespace = ContractNamespaces.V71)]
public enum ConcurrencyBehavior
{
    /// <summary>As the message does by itself.</summary>
    [EnumMember]
    Default = 0,

    /// <summary>Only if the row still has the version that the request carries.</summary>
    [EnumMember]
    IfRowVersionMatches = 1,

    /// <summary>Whatever version the row has.</summary>
    [EnumMember]
    AlwaysOverwrite = 2,
}

using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What a failure of the organization service tells.</summary>
[Serializable]
[DataContract(Name = "OrganizationServiceFault", Namespace = ContractNamespaces.V2011)]
public sealed class OrganizationServiceFault : BaseServiceFault
{
    /// <summary>Whether trying again may help.</summary>
    [DataMember]
    public bool ErrorRetriable { get; set; }

    /// <summary>The fault that caused this one.</summary>
    [DataMember]
    public OrganizationServiceFault? InnerFault { get; set; }

    /// <summary>Text of the exception before the platform put its own in place.</summary>
    [DataMember]
    public string? OriginalException { get; set; }

    /// <summary>What the plug-ins traced.</summary>
    [DataMember]
    public string? TraceText { get; set; }
}

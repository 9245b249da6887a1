using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What a failure of the organization service tells.</summary>
[Serializable]
[KnownType(typeof(ExecuteTransactionFault))]
[DataContract(Name = "OrganizationServiceFault", Namespace = ContractNamespaces.V2011)]
public class OrganizationServiceFault : BaseServiceFault
{
    /// <summary>Whether trying again may help.</summary>
    [DataMember]
    public bool ExceptionRetriable { get; set; }

    /// <summary>Part of the platform that the exception came from, such as <c>PluginExecution</c>.</summary>
    [DataMember]
    public string? ExceptionSource { get; set; }

    /// <summary>The fault that caused this one.</summary>
    [DataMember]
    public OrganizationServiceFault? InnerFault { get; set; }

    /// <summary>The exception as text, as far as the platform tells it.</summary>
    [DataMember]
    public string? OriginalException { get; set; }

    /// <summary>What the plug-ins traced.</summary>
    [DataMember]
    public string? TraceText { get; set; }
}

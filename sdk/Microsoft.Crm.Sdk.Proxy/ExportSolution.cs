using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Exports an unmanaged solution as a file.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class ExportSolutionRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public ExportSolutionRequest() => RequestName = "ExportSolution";

    /// <summary>The unique name of the solution.</summary>
    public string SolutionName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>Whether the file is a managed solution.</summary>
    public bool Managed
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="ExportSolutionRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class ExportSolutionResponse : OrganizationResponse
{
    /// <summary>The solution file.</summary>
    public byte[] ExportSolutionFile => this.Get<byte[]>();
}

using Microsoft.Xrm.Sdk.Metadata;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads the definitions of all global choices.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveAllOptionSetsRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveAllOptionSetsRequest() => RequestName = "RetrieveAllOptionSets";

    /// <summary>Whether changes that are not published yet are seen.</summary>
    public bool RetrieveAsIfPublished
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveAllOptionSetsRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveAllOptionSetsResponse : OrganizationResponse
{
    /// <summary>The definitions.</summary>
    public OptionSetMetadataBase[] OptionSetMetadata => this.Get<OptionSetMetadataBase[]>();
}

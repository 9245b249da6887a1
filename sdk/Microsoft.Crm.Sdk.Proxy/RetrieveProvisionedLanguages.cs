using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks for the languages that people can choose.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveProvisionedLanguagesRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveProvisionedLanguagesRequest() => RequestName = "RetrieveProvisionedLanguages";
}

/// <summary>Answer to <see cref="RetrieveProvisionedLanguagesRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveProvisionedLanguagesResponse : OrganizationResponse
{
    /// <summary>Their language codes.</summary>
    public int[] RetrieveProvisionedLanguages => this.Get<int[]>();
}

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>XML namespace of the data contracts.</summary>
internal static class ContractNamespace
{
    internal const string V2011 = "http://schemas.microsoft.com/crm/2011/Contracts";
}

namespace Microsoft.PowerPlatform.Dataverse.Client.Tables;

/// <summary>What a table is called: in the SDK, in addresses, and its primary key.</summary>
internal sealed record TableName(string LogicalName, string EntitySetName, string PrimaryId);

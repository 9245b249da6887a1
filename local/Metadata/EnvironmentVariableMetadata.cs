namespace CrmAddon.Local.Metadata;

/// <summary>An environment variable that a solution brings; its type is the platform's number (100000000: text).</summary>
internal sealed record EnvironmentVariableMetadata(string SchemaName, string DisplayName, int Type, string? DefaultValue, string? Value);

namespace CrmAddon.Local.Solutions.Messages;

/// <summary>The privileges that working with solutions takes.</summary>
internal static class SolutionPrivileges
{
    public const string Import = "prvImportCustomization";
    public const string Export = "prvExportCustomization";
    public const string Publish = "prvPublishCustomization";
}

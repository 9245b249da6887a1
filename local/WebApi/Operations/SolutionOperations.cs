using System;
using System.Collections.Generic;
using System.Text.Json;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Errors;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>Solutions that come and go as files, their members, and what is published.</summary>
internal static class SolutionOperations
{
    public static IEnumerable<PlatformOperation> All()
    {
        foreach (var name in new[] { "ImportSolution", "StageAndUpgrade" })
        {
            yield return new(name, false, (a, _) => Import(name, a));
        }

        foreach (var name in new[] { "ImportSolutionAsync", "StageAndUpgradeAsync" })
        {
            yield return new(name, false, (a, _) => Import(name, a)) { Answer = PlatformOperation.Results("AsyncOperationId", "ImportJobKey") };
        }

        yield return new("DeleteAndPromote", false, (a, _) => new OrganizationRequest("DeleteAndPromote") { ["UniqueName"] = a.Text("UniqueName") }) { Answer = PlatformOperation.Results("SolutionId") };
        yield return new("DeleteAndPromoteAsync", false, (a, _) => new OrganizationRequest("DeleteAndPromoteAsync") { ["UniqueName"] = a.Text("UniqueName") }) { Answer = PlatformOperation.Results("AsyncOperationId") };
        yield return new("ExportSolution", false, (a, _) => new OrganizationRequest("ExportSolution") { ["SolutionName"] = a.Text("SolutionName"), ["Managed"] = Flag(a, "Managed") })
        {
            Answer = (json, answer, _, _) => json.WriteBase64String("ExportSolutionFile", (byte[])answer!["ExportSolutionFile"]!),
        };
        yield return new("PublishXml", false, (a, _) => new OrganizationRequest("PublishXml") { ["ParameterXml"] = a.Text("ParameterXml") });
        yield return new("PublishAllXml", false, (_, _) => new OrganizationRequest("PublishAllXml"));
        yield return new("PublishAllXmlAsync", false, (_, _) => new OrganizationRequest("PublishAllXmlAsync")) { Answer = PlatformOperation.Results("AsyncOperationId") };
        yield return new("AddSolutionComponent", false, (a, _) => new OrganizationRequest("AddSolutionComponent")
        {
            ["ComponentId"] = a.Value("ComponentId", CustomApiType.Guid),
            ["ComponentType"] = a.Number("ComponentType"),
            ["SolutionUniqueName"] = a.Text("SolutionUniqueName"),
            ["AddRequiredComponents"] = Flag(a, "AddRequiredComponents"),
            ["DoNotIncludeSubcomponents"] = Flag(a, "DoNotIncludeSubcomponents"),
        })
        {
            Answer = PlatformOperation.Results("id"),
        };
        yield return new("RemoveSolutionComponent", false, (a, _) => new OrganizationRequest("RemoveSolutionComponent")
        {
            ["ComponentId"] = a.Has("SolutionComponent") ? Component(a) : a.Value("ComponentId", CustomApiType.Guid),
            ["ComponentType"] = a.Number("ComponentType"),
            ["SolutionUniqueName"] = a.Text("SolutionUniqueName"),
        })
        {
            Answer = PlatformOperation.Results("id"),
        };
        yield return new("RetrieveUnpublished", true, (_, row) => new OrganizationRequest("RetrieveUnpublished") { ["Target"] = row, ["ColumnSet"] = new Microsoft.Xrm.Sdk.Query.ColumnSet("formxml", "name") })
        {
            BoundTo = ["systemform"],
            Answer = (json, answer, _, _) =>
            {
                var form = (Entity)answer!["Entity"]!;
                json.WriteString("formid", form.Id);
                json.WriteString("name", form.GetAttributeValue<string>("name"));
                json.WriteString("formxml", form.GetAttributeValue<string>("formxml"));
            },
        };
    }

    private static OrganizationRequest Import(string name, OperationArguments arguments) => new(name)
    {
        ["CustomizationFile"] = File(arguments),
        ["ImportJobId"] = arguments.Value("ImportJobId", CustomApiType.Guid) as Guid? ?? Guid.NewGuid(),
        ["OverwriteUnmanagedCustomizations"] = Flag(arguments, "OverwriteUnmanagedCustomizations"),
        ["PublishWorkflows"] = Flag(arguments, "PublishWorkflows"),
        ["HoldingSolution"] = Flag(arguments, "HoldingSolution"),
    };

    private static bool Flag(OperationArguments arguments, string name) => arguments.Value(name, CustomApiType.Boolean) is true;

    private static byte[] File(OperationArguments arguments) =>
        arguments.Json("CustomizationFile") is { ValueKind: JsonValueKind.String } text && text.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw ApiErrors.Argument("CustomizationFile is no file: its bytes in base64 are expected.");

    /// <summary>The component as a row, with its id as the id of the membership, as the action's reference describes it.</summary>
    private static Guid Component(OperationArguments arguments) =>
        arguments.Json("SolutionComponent") is { ValueKind: JsonValueKind.Object } row && row.TryGetProperty("solutioncomponentid", out var id) && id.TryGetGuid(out var known)
            ? known
            : throw ApiErrors.Argument("SolutionComponent names no component: solutioncomponentid is expected.");
}

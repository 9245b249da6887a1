using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Dataverse;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.Checking;

/// <summary>Whether the caller may do all that a deployment does: asked before anything is changed, so that none stops half-way for it.</summary>
internal static class Privileges
{
    private static readonly string[] Named =
    [
        "prvImportCustomization", "prvExportCustomization", "prvPublishCustomization",
        "prvCreateEntity", "prvWriteEntity", "prvCreateAttribute", "prvWriteAttribute", "prvCreateRelationship", "prvCreateOptionSet", "prvWriteOptionSet",
    ];

    private static readonly string[] WrittenTables =
    [
        "AppModule", "CustomAPI", "EnvironmentVariableDefinition", "EnvironmentVariableValue", "FieldSecurityProfile", "PluginAssembly", "PluginPackage",
        "PluginType", "Role", "SavedQuery", "SdkMessageProcessingStep", "SdkMessageProcessingStepImage", "SiteMap", "Solution", "SystemForm", "WebResource",
        "Workflow",
    ];

    private static readonly string[] EmptiedTables = ["CustomAPI", "EnvironmentVariableValue", "PluginPackage", "SdkMessageProcessingStep", "SdkMessageProcessingStepImage"];

    /// <summary>Every privilege that a deployment uses, by name. Names that an environment doesn't know ask for nothing there.</summary>
    public static IReadOnlyList<string> Needed { get; } =
    [
        .. Named,
        .. WrittenTables.SelectMany(table => new[] { "prvCreate" + table, "prvRead" + table, "prvWrite" + table }),
        .. EmptiedTables.Select(table => "prvDelete" + table),
    ];

    /// <summary>Says what the caller lacks; null when it lacks nothing.</summary>
    public static async Task<string?> ProblemAsync(IOrganizationServiceAsync2 service, CancellationToken stop)
    {
        var user = Guid.Empty;
        try
        {
            user = ((WhoAmIResponse)await service.ExecuteAsync(new WhoAmIRequest(), stop).ConfigureAwait(false)).UserId;
            var held = ((RetrieveUserPrivilegesResponse)await service.ExecuteAsync(new RetrieveUserPrivilegesRequest { UserId = user }, stop).ConfigureAwait(false))
                .RolePrivileges.Select(privilege => privilege.PrivilegeId).ToHashSet();
            var query = new QueryExpression("privilege") { ColumnSet = new ColumnSet("name") };
            query.Criteria.AddCondition("name", ConditionOperator.In, [.. Needed]);
            var missing = (await service.AllAsync(query, stop).ConfigureAwait(false))
                .Where(privilege => !held.Contains(privilege.Id))
                .Select(privilege => privilege.GetAttributeValue<string>("name")!)
                .Order(StringComparer.OrdinalIgnoreCase).ToList();
            return missing.Count == 0 ? null : Tell(await NameAsync(service, user, stop).ConfigureAwait(false), missing);
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            return $"{await NameAsync(service, user, stop).ConfigureAwait(false)} may not even ask what it may do here ({e.Message.TrimEnd('.')}): " +
                "it seems to have no security role in this environment. " + Remedy;
        }
    }

    /// <summary>What to do when the caller may not.</summary>
    public const string Remedy =
        "Give it the role System Administrator there (Power Platform admin center: the environment, Settings, Users), or have someone deploy who has it.";

    private static string Tell(string user, List<string> missing) =>
        $"{user} lacks {missing.Count} of the privileges that a deployment needs:{Environment.NewLine}" +
        string.Concat(missing.GroupBy(Verb).Select(names => $"    {names.Key}: {string.Join(", ", names.Select(name => name["prv".Length..][names.Key.Length..]))}{Environment.NewLine}")) +
        "  " + Remedy;

    // prvCreateRole: to create roles
    private static string Verb(string privilege) =>
        Array.Find(["Create", "Read", "Write", "Delete", "Import", "Export", "Publish"], verb => privilege.StartsWith("prv" + verb, StringComparison.OrdinalIgnoreCase)) ?? "";

    private static async Task<string> NameAsync(IOrganizationServiceAsync2 service, Guid id, CancellationToken stop)
    {
        try
        {
            var user = await service.RetrieveAsync("systemuser", id, new ColumnSet("fullname", "domainname"), stop).ConfigureAwait(false);
            var (name, account) = (user.GetAttributeValue<string>("fullname"), user.GetAttributeValue<string>("domainname"));
            return string.IsNullOrEmpty(account) ? $"The user {name}" : $"The user {name} ({account})";
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            return id == Guid.Empty ? "The user" : $"The user {id}";
        }
    }
}

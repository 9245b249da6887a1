using System;
using CrmAddon.Plugins.Dataverse;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Publishing;

/// <summary>
/// Who may publish and retire. Both have everything judged again that the version governs, so they ask of whoever calls the right to
/// ask for work: Create on work items. Who only writes rules has no such right; no role is known here by name, so roles can be copied.
/// </summary>
internal static class PublishingRight
{
    private const string CreateWork = "prvCreatecov_WorkItem";

    /// <exception cref="Languages.Refusal">The caller does not have it.</exception>
    public static void Demand(PluginEvent happened, string version)
    {
        var answer = happened.Service.Execute(new OrganizationRequest("RetrieveUserPrivilegeByPrivilegeName")
        {
            ["UserId"] = happened.CallerId,
            ["PrivilegeName"] = CreateWork,
        });
        if (answer["RolePrivileges"] is not Array { Length: > 0 })
            throw PublishingText.MayNotPublish(version);
    }
}

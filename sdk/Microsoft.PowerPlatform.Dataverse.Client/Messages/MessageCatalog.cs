using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Batches;
using Microsoft.PowerPlatform.Dataverse.Client.Definitions;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>How each message goes over the wire.</summary>
internal static class MessageCatalog
{
    private delegate Task<WireCall> Prepare(OrganizationRequest request, Session session, CancellationToken stop);

    private delegate Task<OrganizationResponse> Run(OrganizationRequest request, Session session, CancellationToken stop);

    /// <summary>Longer addresses go in a batch, where they may have 64 KB.</summary>
    private const int LongestAddress = 6000;

    private static readonly Dictionary<string, Prepare> Calls = new(StringComparer.Ordinal)
    {
        ["Create"] = RowMessages.CreateAsync,
        ["Retrieve"] = RowMessages.RetrieveAsync,
        ["RetrieveUnpublished"] = RowMessages.RetrieveUnpublishedAsync,
        ["Update"] = RowMessages.UpdateAsync,
        ["Upsert"] = RowMessages.UpsertAsync,
        ["Delete"] = RowMessages.DeleteAsync,
        ["RetrieveMultiple"] = MultipleMessages.RetrieveMultipleAsync,
        ["CreateMultiple"] = MultipleMessages.CreateMultipleAsync,
        ["UpdateMultiple"] = MultipleMessages.UpdateMultipleAsync,
        ["UpsertMultiple"] = MultipleMessages.UpsertMultipleAsync,
        ["Associate"] = RelationMessages.AssociateAsync,
        ["Disassociate"] = RelationMessages.DisassociateAsync,
        ["SetState"] = StateMessages.SetStateAsync,
        ["Assign"] = StateMessages.AssignAsync,
        ["WinOpportunity"] = OpportunityMessages.WinAsync,
        ["LoseOpportunity"] = OpportunityMessages.LoseAsync,
        ["Merge"] = MergeMessage.PrepareAsync,
        ["GrantAccess"] = AccessMessages.GrantAsync,
        ["ModifyAccess"] = AccessMessages.ModifyAsync,
        ["RevokeAccess"] = AccessMessages.RevokeAsync,
        ["RetrievePrincipalAccess"] = AccessMessages.PrincipalAsync,
        ["RetrieveSharedPrincipalsAndAccess"] = AccessMessages.SharedAsync,
        ["AddMembersTeam"] = TeamMessages.AddMembersAsync,
        ["RemoveMembersTeam"] = TeamMessages.RemoveMembersAsync,
        ["RetrieveUserPrivilegeByPrivilegeName"] = TeamMessages.UserPrivilegeAsync,
        ["RetrieveUserPrivileges"] = TeamMessages.UserPrivilegesAsync,
        ["RetrieveTeamPrivileges"] = TeamMessages.TeamPrivilegesAsync,
        ["AddPrivilegesRole"] = RoleMessages.AddAsync,
        ["ReplacePrivilegesRole"] = RoleMessages.ReplaceAsync,
        ["RemovePrivilegeRole"] = RoleMessages.RemoveAsync,
        ["SetBusinessSystemUser"] = RoleMessages.MoveAsync,
        ["RemoveSolutionComponent"] = SolutionMessages.RemoveComponentAsync,
        ["RetrieveCurrentOrganization"] = EnvironmentMessages.CurrentOrganizationAsync,
        ["WhoAmI"] = EnvironmentMessages.WhoAmIAsync,
        ["RetrieveVersion"] = EnvironmentMessages.RetrieveVersionAsync,
        ["RetrieveExchangeRate"] = EnvironmentMessages.RetrieveExchangeRateAsync,
    };

    private static readonly Dictionary<string, Run> Runs = new(StringComparer.Ordinal)
    {
        ["ExecuteMultiple"] = BatchMessages.ExecuteMultipleAsync,
        ["RetrieveEntity"] = DefinitionMessages.RetrieveEntityAsync,
        ["RetrieveAllEntities"] = DefinitionMessages.RetrieveAllEntitiesAsync,
        ["RetrieveAttribute"] = DefinitionMessages.RetrieveAttributeAsync,
        ["RetrieveOptionSet"] = DefinitionMessages.RetrieveOptionSetAsync,
    };

    /// <summary>Messages of the SDK that this client refuses, because the Web API has them not, or with answers of another shape.</summary>
    internal static readonly HashSet<string> Absent =
    [
        "ExecuteAsync", "FetchXmlToQueryExpression", "InsertOptionValue", "QueryExpressionToFetchXml", "RetrieveAllOptionSets", "RetrieveEntityKey",
        "RetrieveMetadataChanges", "RetrievePrivilegeSet", "RetrieveRelationship", "UpdateOptionValue",
    ];

    private const int NotSupported = unchecked((int)0x80040800);

    /// <summary>Whether a message has a way of its own here, so that its parameters and results come out as the SDK has them.</summary>
    internal static bool Knows(string name) => Calls.ContainsKey(name) || Runs.ContainsKey(name) || Absent.Contains(name)
        || name == "ExecuteTransaction" || CustomApiMessage.PlatformFunctions.Contains(name) || CustomApiMessage.PlatformActions.Contains(name);

    /// <summary>Runs a message.</summary>
    public static async Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Runs.TryGetValue(request.RequestName ?? string.Empty, out var run))
            return await run(request, session, stop).ConfigureAwait(false);
        var call = await PrepareAsync(request, session, stop).ConfigureAwait(false);
        if (call is { Requests: [var only], Refusal: null } && only.Path.Length <= LongestAddress)
            return call.Read([await session.SendAsync(only, stop).ConfigureAwait(false)]);
        return await BatchMessages.RunAsync(call, session, stop).ConfigureAwait(false);
    }

    /// <summary>The message's requests, for itself or as part of a batch.</summary>
    /// <exception cref="System.ServiceModel.FaultException">It can't be part of a batch, or is wrong.</exception>
    public static async Task<WireCall> PrepareAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        if (Runs.ContainsKey(request.RequestName ?? string.Empty))
            throw WireFaults.Refuse(WireFaults.InvalidArgument, $"{request.RequestName} can't be part of a batch.");
        if (Absent.Contains(request.RequestName ?? string.Empty))
            throw WireFaults.Refuse(NotSupported, $"{request.RequestName} is not carried out over the Web API: its answer has no counterpart there.");
        if (request.RequestName == "ExecuteTransaction")
            return await BatchMessages.TransactionAsync(request, session, stop).ConfigureAwait(false); // each of its requests is dressed for itself
        var prepare = Calls.GetValueOrDefault(request.RequestName ?? string.Empty) ?? CustomApiMessage.PrepareAsync;
        var call = await prepare(request, session, stop).ConfigureAwait(false);
        return call with { Requests = [.. call.Requests.Select(request.Dress)] };
    }
}

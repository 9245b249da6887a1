using System;
using System.ServiceModel;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Security;
using CrmAddon.Local.WebApi.Errors;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.WebApi.Http;

/// <summary>
/// Who asks. Every bearer token is taken: <c>user:GUID</c> is that user's, any other the system user's. The headers
/// <c>CallerObjectId</c> and <c>MSCRMCallerID</c> let the one who asks act for another.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/impersonate-another-user-web-api">Impersonate another user</see>
/// </summary>
internal sealed class Callers(Organization organization)
{
    private const string Scheme = "Bearer ";
    private const string OfUser = "user:";

    /// <summary>The caller; null where no token was sent.</summary>
    public Caller? Find(Func<string, string?> header)
    {
        var authorization = header("Authorization");
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || authorization[Scheme.Length..].Trim() is not { Length: > 0 } token)
        {
            return null;
        }

        var user = organization.Ids.SystemUser;
        if (token.StartsWith(OfUser, StringComparison.OrdinalIgnoreCase))
        {
            user = Guid.TryParse(token[OfUser.Length..], out var named) && Exists(named) ? named : throw NotAMember(token);
        }

        return Of(header, user);
    }

    /// <summary>The user, or the one that the headers say he acts for.</summary>
    public Caller Of(Func<string, string?> header, Guid user)
    {
        var own = new Caller(user, user, null);
        if (Impersonated(header) is not { } other || other == user)
        {
            return own;
        }

        DemandImpersonation(own);
        return new Caller(other, user, null);
    }

    private void DemandImpersonation(Caller own)
    {
        try
        {
            using (organization.Database.Gate.Enter())
            {
                organization.Access.Admit(own);
                organization.Access.DemandPrivilege(own, "prvActOnBehalfOfAnotherUser");
            }
        }
        catch (FaultException<OrganizationServiceFault> e) when (e.Detail.ErrorCode == SecurityFaults.PrivilegeDenied)
        {
            throw new ApiException(403, ApiErrors.CannotActOnBehalf, $"User does not have the privilege to act on behalf another user. {e.Detail.Message}");
        }
    }

    private Guid? Impersonated(Func<string, string?> header)
    {
        if (header("CallerObjectId") is { Length: > 0 } directoryId)
        {
            return Guid.TryParse(directoryId, out var id) && OfDirectory(id) is { } found ? found : throw NotAMember(directoryId);
        }

        if (header("MSCRMCallerID") is { Length: > 0 } userId)
        {
            return Guid.TryParse(userId, out var id) && Exists(id) ? id : throw NotAMember(userId);
        }

        return null;
    }

    private bool Exists(Guid user)
    {
        using (organization.Database.Gate.Enter())
        {
            return organization.Rows.Exists(organization.Table("systemuser"), user);
        }
    }

    /// <summary>The user with an id of the directory; where the tables do not keep such ids, the user's own id stands for it.</summary>
    private Guid? OfDirectory(Guid id)
    {
        const string column = "azureactivedirectoryobjectid";
        if (organization.Table("systemuser").Has(column))
        {
            var system = new OrganizationService(organization, new Caller(organization.Ids.SystemUser, organization.Ids.SystemUser, null));
            var found = system.RetrieveMultiple(new QueryByAttribute("systemuser") { Attributes = { column }, Values = { id }, ColumnSet = new ColumnSet() });
            if (found.Entities.Count > 0)
            {
                return found[0].Id;
            }
        }

        return Exists(id) ? id : null;
    }

    private static ApiException NotAMember(string who) => new(403, ApiErrors.NotAMember, $"The user is not a member of the organization ({who}).");
}

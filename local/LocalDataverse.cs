using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local;

/// <summary>
/// Dataverse for one machine: runs unpacked solutions and their plug-ins on a SQLite file, for trying, testing and measuring. It is
/// no substitute for the platform; what differs is listed in differences.md.
/// </summary>
public sealed class LocalDataverse : IDisposable
{
    private readonly Organization _organization;

    private LocalDataverse(Organization organization)
    {
        _organization = organization;
        Async = new AsyncService(organization);
    }

    internal Organization Organization => _organization;

    /// <summary>The user that a service without a user works as; it may do everything.</summary>
    public Guid SystemUserId => _organization.Ids.SystemUser;

    /// <summary>The one organization.</summary>
    public Guid OrganizationId => _organization.Ids.Organization;

    /// <summary>The root business unit, which the system user belongs to.</summary>
    public Guid RootBusinessUnitId => _organization.Ids.BusinessUnit;

    /// <summary>The asynchronous service: runs the system jobs that asynchronous steps left.</summary>
    public AsyncService Async { get; }

    /// <summary>
    /// What the solutions and data folders say and is not carried out here, each with file and line: steps that files register, lookups to
    /// tables that no solution declares, calculated columns.
    /// </summary>
    public IReadOnlyList<string> Remarks =>
        [.. _organization.Metadata.Remarks.Concat(_organization.DataRemarks).Select(r => r.ToString()), .. _organization.Registrations.Remarks];

    /// <summary>Opens the database file, or makes it, and brings its tables to what the solutions declare.</summary>
    /// <param name="options">File, solutions, plug-in assemblies, clock.</param>
    /// <returns>The open Dataverse; dispose it to release the file.</returns>
    /// <exception cref="SolutionException">A solution or a plug-in's registration is wrong; the message names file and line.</exception>
    /// <exception cref="System.IO.IOException">The file can't be opened, or another program has it open.</exception>
    public static LocalDataverse Open(LocalDataverseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new LocalDataverse(new Organization(options));
    }

    /// <summary>A service as a client has it: every request goes through the whole pipeline. May be used from several threads.</summary>
    /// <param name="userId">The user who works; null: the system user.</param>
    /// <returns>The service.</returns>
    public IOrganizationService CreateService(Guid? userId = null)
    {
        var user = userId ?? SystemUserId;
        return new OrganizationService(_organization, new Pipeline.Caller(user, user, null));
    }

    /// <summary>What a visitor of the portal may do; table permissions, web roles and site settings are read when it is made.</summary>
    /// <param name="contactId">The contact who is signed in; null: an anonymous visitor.</param>
    /// <returns>The portal as this visitor has it.</returns>
    public Portal.PortalService CreatePortalService(Guid? contactId = null) => new(_organization, contactId);

    /// <summary>Gives a user a security role, as an administrator does.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="role">Name of the role: the one of the user's own business unit is taken.</param>
    /// <exception cref="System.ArgumentException">There is no such user, or no such role in his business unit.</exception>
    public void AssignRole(Guid userId, string role)
    {
        using (_organization.Database.Gate.Enter())
        {
            _organization.Transactions.Run(() =>
            {
                _organization.Access.Changes.AssignRole(userId, role);
                return true;
            });
        }
    }

    internal bool HasContact(Guid id)
    {
        using (_organization.Database.Gate.Enter())
        {
            return _organization.Rows.Exists(_organization.Table("contact"), id);
        }
    }

    /// <summary>Waits for the workers' running jobs, and closes the file.</summary>
    public void Dispose()
    {
        Async.StopWorkers();
        using (_organization.Database.Gate.Enter())
        {
            _organization.Dispose();
        }
    }
}

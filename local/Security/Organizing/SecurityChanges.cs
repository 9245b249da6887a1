using System;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security;

/// <summary>What the platform itself does when users, teams, business units and roles change.</summary>
internal sealed class SecurityChanges
{
    private readonly Organization _organization;
    private readonly AccessControl _access;
    private readonly RoleCopies _copies;
    private readonly Moves _moves;
    private readonly DefaultTeams _teams;

    public SecurityChanges(Organization organization, AccessControl access)
    {
        _organization = organization;
        _access = access;
        _copies = new RoleCopies(organization);
        _moves = new Moves(organization);
        Pairs = new Pairs(organization);
        _teams = new DefaultTeams(organization, Pairs);
    }

    /// <summary>Members of teams and holders of roles.</summary>
    public Pairs Pairs { get; }

    /// <summary>The role that a role follows: itself at the top.</summary>
    public Guid RootOf(Guid role) => _copies.RootOf(role);

    /// <summary>Gives every business unit its row of each role, and its team.</summary>
    public void Complete()
    {
        _copies.Complete();
        _teams.Complete(_organization.Ids.SystemUser);
    }

    /// <exception cref="ArgumentException">There is no such user, or no such role in his business unit.</exception>
    public void AssignRole(Guid user, string role)
    {
        var holder = _access.Principals.Find("systemuser", user) ?? throw new ArgumentException($"There is no user {user}.", nameof(user));
        var id = _copies.Find(holder.BusinessUnit, role)
            ?? throw new ArgumentException($"There is no role '{role}' in business unit {holder.BusinessUnit}.", nameof(role));
        Pairs.Add(Pairs.UserRoles, user, id);
    }

    /// <summary>Fills what a new row gets of itself.</summary>
    public void Creating(TableMetadata table, Entity target, Caller caller)
    {
        RefuseDirect(table, "Create");
        switch (table.Name)
        {
            case "role":
                Default(target, "businessunitid", "businessunit", caller.UserId == _organization.Ids.SystemUser
                    ? _organization.Ids.BusinessUnit
                    : _access.Principals.User(caller.UserId).BusinessUnit);
                if (!target.Contains("isinherited"))
                {
                    target["isinherited"] = new OptionSetValue(1);
                }

                _copies.CheckName(target);
                break;
            case "businessunit" when target.Id != _organization.Ids.BusinessUnit:
                Default(target, "parentbusinessunitid", "businessunit", _organization.Ids.BusinessUnit);
                break;
        }
    }

    /// <summary>Refuses changes that the platform does not allow.</summary>
    public void Updating(TableMetadata table, Entity target)
    {
        RefuseDirect(table, "Update");
        switch (table.Name)
        {
            case "role":
                _copies.RefuseCopy(target.Id);
                break;
            case "businessunit":
                _moves.CheckUnit(target);
                break;
        }
    }

    public void Created(TableMetadata table, Entity target, Caller caller)
    {
        _access.Sharing.Reparented(table, target);
        switch (table.Name)
        {
            case "role":
                _copies.Start(target.Id);
                _copies.Complete();
                break;
            case "businessunit":
                _copies.Complete();
                _teams.Complete(caller.UserId);
                break;
            case "systemuser" when target.GetAttributeValue<EntityReference>("businessunitid") is { } unit:
                _teams.Join(target.Id, unit.Id);
                break;
        }
    }

    public void Updated(TableMetadata table, Entity target)
    {
        _access.Sharing.Reparented(table, target);
        switch (table.Name)
        {
            case "role":
                _copies.Rename(target);
                break;
            case "businessunit":
                _teams.Rename(target);
                break;
            case "systemuser" when target.GetAttributeValue<EntityReference>("businessunitid") is { } unit:
                _moves.User(target.Id, unit.Id);
                _teams.Join(target.Id, unit.Id);
                break;
            case "team" when target.GetAttributeValue<EntityReference>("businessunitid") is { } unit:
                _moves.Team(target.Id, unit.Id);
                break;
        }
    }

    /// <summary>What goes before a row can be deleted; refuses what the platform keeps.</summary>
    public void Deleting(TableMetadata table, Guid id)
    {
        switch (table.Name)
        {
            case "businessunit":
                _teams.Remove(id);
                _copies.RemoveOf(id);
                break;
            case "role":
                RoleCopies.RefuseSystemAdministrator(id);
                _copies.RefuseCopy(id);
                _copies.Remove(id);
                break;
        }
    }

    /// <summary>What goes with a row that is deleted.</summary>
    public void Deleted(TableMetadata table, Guid id)
    {
        RefuseDirect(table, "Delete");
        if (table.IsUserOwned && _access.Shares.AnyOf(table))
        {
            _access.Shares.ForgetRow(id);
        }

        if (table.Name is "systemuser" or "team")
        {
            _access.Shares.ForgetPrincipal(id);
        }
    }

    /// <summary>Privileges and shares are written by their own messages only.</summary>
    private static void RefuseDirect(TableMetadata table, string message)
    {
        if (table.Name is "privilege" or "roleprivileges" or Shares.Table)
        {
            throw Faults.Create(ErrorCodes.NotSupported, $"The '{message}' method does not support entities of type '{table.Name}'.");
        }
    }

    private static void Default(Entity target, string column, string table, Guid value)
    {
        if (target.GetAttributeValue<EntityReference>(column) is null)
        {
            target[column] = new EntityReference(table, value);
        }
    }
}

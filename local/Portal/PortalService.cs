using System;
using System.Linq;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Messages.Writing;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Query;
using CrmAddon.Local.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Portal;

/// <summary>
/// What a visitor of the portal may do through its Web API (<c>/_api</c>): rows by table permissions, columns by site settings. What
/// passes is carried out as the system user, as the portal's application user does it; faults of Dataverse come through as they are.
/// </summary>
public sealed class PortalService
{
    private readonly Organization _organization;
    private readonly PortalUser _user;

    internal PortalService(Organization organization, Guid? contact)
    {
        _organization = organization;
        using (organization.Database.Gate.Enter())
        {
            _user = new PortalUser(organization, contact);
        }
    }

    private Caller Caller => new(_organization.Ids.SystemUser, _organization.Ids.SystemUser, null) { Portal = _user };

    /// <summary>Creates a row; it must be in the scope of a permission to create.</summary>
    /// <exception cref="PortalException">The site does not open table or columns, or no permission allows it.</exception>
    /// <exception cref="FaultException{T}">Dataverse refuses the row.</exception>
    public Guid Create(Entity row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return InTransaction(() =>
        {
            var table = Open(row);
            if (row.Attributes.Count == 0)
            {
                throw PortalException.NothingToCreate();
            }

            if (!_user.Has(table, AccessRight.Create))
            {
                throw PortalException.Create(table.Name);
            }

            var id = (Guid)Send(new CreateRequest { Target = row })["id"]!;
            if (!_user.Has(table, AccessRight.Create, id))
            {
                throw PortalException.Create(table.Name);
            }

            DemandLookups(table, id, row);
            return id;
        });
    }

    /// <summary>Changes a row.</summary>
    /// <exception cref="PortalException">The site does not open table or columns, or no permission allows it.</exception>
    /// <exception cref="FaultException{T}">Dataverse refuses the change.</exception>
    public void Update(Entity row) => Update(row, ConcurrencyBehavior.Default);

    /// <summary>Changes a row, of the version that it names where that is asked for.</summary>
    internal void Update(Entity row, ConcurrencyBehavior concurrency)
    {
        ArgumentNullException.ThrowIfNull(row);
        InTransaction(() =>
        {
            var table = Open(row);
            var id = _organization.Writer.Keys.Resolve(table, row);
            if (!_user.Has(table, AccessRight.Write, id))
            {
                throw PortalException.Write(table.Name);
            }

            DemandLookups(table, id, row);
            Send(new UpdateRequest { Target = row, ConcurrencyBehavior = concurrency });
            return true;
        });
    }

    /// <summary>Deletes a row.</summary>
    /// <exception cref="PortalException">The site does not open the table, or no permission allows it.</exception>
    /// <exception cref="FaultException{T}">Dataverse refuses.</exception>
    public void Delete(string entityName, Guid id) => Delete(new EntityReference(entityName, id), ConcurrencyBehavior.Default);

    /// <summary>Deletes a row, of the version that it names where that is asked for.</summary>
    internal void Delete(EntityReference row, ConcurrencyBehavior concurrency) => InTransaction(() =>
    {
        var table = _organization.Table(row.LogicalName);
        _user.DemandEnabled(table);
        if (!_user.Has(table, AccessRight.Delete, row.Id))
        {
            throw PortalException.Delete(table.Name);
        }

        Send(new DeleteRequest { Target = row, ConcurrencyBehavior = concurrency });
        return true;
    });

    /// <summary>One row. A row that the visitor may not read is not there.</summary>
    /// <exception cref="PortalException">The site does not open table or columns, or no permission allows it.</exception>
    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet)
    {
        ArgumentNullException.ThrowIfNull(columnSet);
        using (_organization.Database.Gate.Enter())
        {
            var table = _organization.Table(entityName);
            _user.DemandEnabled(table);
            RefuseStar(table, columnSet.AllColumns);
            foreach (var column in columnSet.Columns)
            {
                _user.DemandColumn(table, column);
            }

            if (!_user.Has(table, AccessRight.Read))
            {
                throw PortalException.Read(table.Name);
            }

            if (!_user.Has(table, AccessRight.Read, id))
            {
                throw PortalException.NotEnabled($"{table.EntitySetName}({id})");
            }

            return (Entity)Send(new RetrieveRequest { Target = new EntityReference(table.Name, id), ColumnSet = columnSet })["Entity"]!;
        }
    }

    /// <summary>The rows of a query that the visitor may read, of every table in it.</summary>
    /// <exception cref="PortalException">The site does not open a table or a column of the query, or no permission allows it.</exception>
    public EntityCollection RetrieveMultiple(QueryBase query)
    {
        ArgumentNullException.ThrowIfNull(query);
        using (_organization.Database.Gate.Enter())
        {
            Open(QueryRunner.Read(query).Root);
            return (EntityCollection)Send(new RetrieveMultipleRequest { Query = query })["EntityCollection"]!;
        }
    }

    /// <summary>Relates rows: takes Append on the row and AppendTo on the others.</summary>
    /// <exception cref="PortalException">The site does not open a table, or no permission allows it.</exception>
    /// <exception cref="FaultException{T}">Dataverse refuses.</exception>
    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => InTransaction(() =>
    {
        DemandRelated(entityName, entityId, relatedEntities);
        Send(new AssociateRequest { Target = new EntityReference(entityName, entityId), Relationship = relationship, RelatedEntities = relatedEntities });
        return true;
    });

    /// <summary>Parts rows: takes the same as relating them.</summary>
    /// <exception cref="PortalException">The site does not open a table, or no permission allows it.</exception>
    /// <exception cref="FaultException{T}">Dataverse refuses.</exception>
    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => InTransaction(() =>
    {
        DemandRelated(entityName, entityId, relatedEntities);
        Send(new DisassociateRequest { Target = new EntityReference(entityName, entityId), Relationship = relationship, RelatedEntities = relatedEntities });
        return true;
    });

    private TableMetadata Open(Entity row)
    {
        var table = _organization.Table(row.LogicalName);
        _user.DemandEnabled(table);
        if (row.RelatedEntities.Count > 0)
        {
            throw Faults.Argument($"Rows related to a row of '{table.Name}' are written one by one: each takes its own permission.");
        }

        foreach (var column in row.Attributes.Keys.Concat(row.KeyAttributes.Keys))
        {
            _user.DemandColumn(table, column);
        }

        return table;
    }

    /// <summary>Pointing to rows takes Append on the row that points and AppendTo on those that it points to.</summary>
    private void DemandLookups(TableMetadata table, Guid id, Entity row)
    {
        foreach (var (name, value) in row.Attributes.Concat(row.KeyAttributes))
        {
            if (table.Find(name) is not { Type: ColumnType.Lookup } column || KeyLookup.Typed(column, value) is not EntityReference reference)
            {
                continue;
            }

            var other = _organization.Table(reference.LogicalName ?? column.Targets[0]);
            if (!_user.Has(table, AccessRight.Append, id))
            {
                throw PortalException.Append(table.Name, other.Name);
            }

            if (!_user.Has(other, AccessRight.AppendTo, _organization.Writer.Keys.Resolve(other, reference)))
            {
                throw PortalException.AppendTo(other.Name, table.Name);
            }
        }
    }

    private void DemandRelated(string entityName, Guid entityId, EntityReferenceCollection others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var table = _organization.Table(entityName);
        _user.DemandEnabled(table);
        foreach (var reference in others)
        {
            var other = _organization.Table(reference.LogicalName);
            if (!_user.Has(table, AccessRight.Append, entityId))
            {
                throw PortalException.Append(table.Name, other.Name);
            }

            if (!_user.Has(other, AccessRight.AppendTo, reference.Id))
            {
                throw PortalException.AppendTo(other.Name, table.Name);
            }
        }
    }

    private static void RefuseStar(TableMetadata table, bool all)
    {
        if (all)
        {
            throw PortalException.Column("*", table.Name);
        }
    }

    private void Open(QuerySource source)
    {
        var table = _organization.Table(source.Table);
        if (!table.IsIntersect)
        {
            _user.DemandEnabled(table);
            RefuseStar(table, source.AllColumns);
        }

        source.Links.ForEach(Open);
    }

    private OrganizationResponse Send(OrganizationRequest request) => _organization.Messages.Execute(request, Caller);

    /// <summary>Does all of it or nothing; what failing steps traced is kept either way.</summary>
    internal T InTransaction<T>(Func<T> work)
    {
        using (_organization.Database.Gate.Enter())
        {
            try
            {
                return _organization.Transactions.Run(work);
            }
            finally
            {
                if (!_organization.Transactions.Active)
                {
                    _organization.Traces.Write();
                }
            }
        }
    }
}

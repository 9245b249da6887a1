using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Mono;

/// <summary>Rows in memory, with as much of a query as the plug-ins' way through a won deal needs.</summary>
internal sealed class MemoryService : IOrganizationService
{
    private readonly Dictionary<Guid, Entity> _rows = [];

    public IEnumerable<Entity> Table(string name) => _rows.Values.Where(row => row.LogicalName == name);

    public Guid Create(Entity entity)
    {
        if (entity.Id == Guid.Empty)
            entity.Id = Guid.NewGuid();

        _rows.Add(entity.Id, entity);
        return entity.Id;
    }

    public void Update(Entity entity)
    {
        foreach (var column in entity.Attributes)
            _rows[entity.Id][column.Key] = column.Value;
    }

    public void Delete(string entityName, Guid id) => _rows.Remove(id);

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => _rows[id];

    public EntityCollection RetrieveMultiple(QueryBase query)
    {
        var expression = (QueryExpression)query;
        var found = Table(expression.EntityName)
            .Where(row => MemoryFilter.Holds(expression.Criteria, row))
            .SelectMany(row => Join(Copy(row), row, expression.LinkEntities));
        foreach (var order in expression.Orders.Reverse())
            found = order.OrderType == OrderType.Ascending
                ? found.OrderBy(row => MemoryFilter.Plain(row, order.AttributeName))
                : found.OrderByDescending(row => MemoryFilter.Plain(row, order.AttributeName));

        return new EntityCollection(found.Take(expression.TopCount ?? int.MaxValue).ToList()) { EntityName = expression.EntityName };
    }

    public OrganizationResponse Execute(OrganizationRequest request) => throw new NotSupportedException(request.RequestName);

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw new NotSupportedException();

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw new NotSupportedException();

    private static Entity Copy(Entity row)
    {
        var copy = new Entity(row.LogicalName, row.Id);
        copy.Attributes.AddRange(row.Attributes.Where(column => column.Value is not null));
        return copy;
    }

    private IEnumerable<Entity> Join(Entity result, Entity row, IEnumerable<LinkEntity> links)
    {
        var kept = true;
        foreach (var link in links)
        {
            var id = row.GetAttributeValue<EntityReference?>(link.LinkFromAttributeName)?.Id ?? Guid.Empty;
            var other = _rows.TryGetValue(id, out var named) && named.LogicalName == link.LinkToEntityName
                && MemoryFilter.Holds(link.LinkCriteria, named) ? named : null;
            kept &= other is not null || link.JoinOperator == JoinOperator.LeftOuter;
            if (other is null)
                continue;

            foreach (var column in other.Attributes.Where(column => column.Value is not null))
                result[link.EntityAlias + "." + column.Key] = new AliasedValue(other.LogicalName, column.Key, column.Value);

            kept &= Join(result, other, link.LinkEntities).Any();
        }

        return kept ? [result] : [];
    }
}

using System.Collections.Generic;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Messages.Relating;

/// <summary>The related rows that a Retrieve brings along: each query as it is sent, for the rows that are related to the one retrieved.</summary>
internal sealed class RelatedQueries(Organization organization)
{
    public void Fill(Entity row, RelationshipQueryCollection queries, Caller caller)
    {
        foreach (var (relationship, query) in queries)
        {
            if (query is not QueryExpression expression)
            {
                throw Faults.Argument($"RelatedEntitiesQuery takes a QueryExpression; for '{relationship.SchemaName}' it has a {query.GetType().Name}.");
            }

            var view = RelationView.Of(organization.Metadata, row.LogicalName, relationship);
            if (expression.EntityName != view.OtherTable)
            {
                throw Faults.Argument(
                    $"The relationship '{relationship.SchemaName}' leads from '{row.LogicalName}' to '{view.OtherTable}', but its query is of '{expression.EntityName}'.");
            }

            row.RelatedEntities[relationship] = Run(row, view, expression, caller);
        }
    }

    private EntityCollection Run(Entity row, RelationView view, QueryExpression sent, Caller caller)
    {
        var query = new QueryExpression(sent.EntityName)
        {
            ColumnSet = sent.ColumnSet,
            Distinct = sent.Distinct,
            PageInfo = sent.PageInfo,
            TopCount = sent.TopCount,
        };
        query.Criteria.AddFilter(sent.Criteria);
        query.LinkEntities.AddRange(sent.LinkEntities);
        query.Orders.AddRange(sent.Orders);
        switch (view.End)
        {
            case RelationEnd.Parent:
                query.Criteria.AddCondition(view.Lookup, ConditionOperator.Equal, row.Id);
                break;
            case RelationEnd.Child when Parent(row, view) is { } parent:
                query.Criteria.AddCondition(organization.Table(view.OtherTable).PrimaryId.Name, ConditionOperator.Equal, parent.Id);
                break;
            case RelationEnd.Child:
                return new EntityCollection(new List<Entity>()) { EntityName = view.OtherTable };
            default:
                query.AddLink(view.Pairs.IntersectTable, organization.Table(view.OtherTable).PrimaryId.Name, view.OtherColumn)
                    .LinkCriteria.AddCondition(view.OwnColumn, ConditionOperator.Equal, row.Id);
                break;
        }

        var response = (RetrieveMultipleResponse)organization.Messages.Execute(new RetrieveMultipleRequest { Query = query }, caller);
        return response.EntityCollection;
    }

    private EntityReference? Parent(Entity row, RelationView view)
    {
        var table = organization.Table(row.LogicalName);
        var parent = organization.Rows.Read(table, row.Id, [table[view.Lookup]])?.GetAttributeValue<EntityReference>(view.Lookup);
        return parent?.LogicalName == view.OtherTable ? parent : null;
    }
}

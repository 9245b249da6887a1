using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Worker.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Trial;

/// <summary>The few ways in which the trial reads and writes rows, all through the organization service that any client has.</summary>
public sealed class Records
{
    private readonly IOrganizationService service;

    /// <summary>Works through a service, and so as its user.</summary>
    public Records(IOrganizationService service) => this.service = service;

    /// <summary>The row whose columns have these values, or null.</summary>
    public Entity? Find(string table, ColumnSet columns, params (string Column, object Value)[] by)
    {
        var query = new QueryExpression(table) { ColumnSet = columns, TopCount = 1 };
        foreach ((string column, object value) in by)
        {
            query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        }

        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    /// <summary>The id of the row whose columns have these values; the row is created when it is missing and left alone when it is there.</summary>
    public Guid Ensure(string table, (string Column, object Value)[] by, Action<Entity> fill)
    {
        if (Find(table, new ColumnSet(false), [.. by.Select(one => (one.Column, Plain(one.Value)))]) is { } found)
        {
            return found.Id;
        }

        var row = new Entity(table);
        foreach ((string column, object value) in by)
        {
            row[column] = value;
        }

        fill(row);
        return service.Create(row);
    }

    /// <summary>All rows of a query, page by page; one page is in memory at a time.</summary>
    public IEnumerable<Entity> All(QueryExpression query) => service.All(query);

    // A condition compares with the plain value: the id of a lookup, the number of a choice.
    private static object Plain(object value) => value switch
    {
        EntityReference reference => reference.Id,
        OptionSetValue choice => choice.Value,
        _ => value,
    };
}

using System.Collections.Generic;
using System.Text.Json;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>Writes rows as JSON, with the annotations that were asked for.</summary>
internal sealed class RowJson(ApiSchema schema, Preferences preferences)
{
    private const string FormattedValue = "OData.Community.Display.V1.FormattedValue";
    private const string LookupTable = "Microsoft.Dynamics.CRM.lookuplogicalname";
    private const string LookupNavigation = "Microsoft.Dynamics.CRM.associatednavigationproperty";

    private readonly bool _formatted = preferences.Includes(FormattedValue);
    private readonly bool _tables = preferences.Includes(LookupTable);
    private readonly bool _navigation = preferences.Includes(LookupNavigation);

    /// <summary>The members of a row that was selected; columns without a value are written as null.</summary>
    public void WriteSelected(Utf8JsonWriter json, Selection selection, Entity row, bool hasTag = true)
    {
        if (hasTag)
        {
            WriteTag(json, row);
        }

        foreach (var property in selection.Properties)
        {
            WriteValue(json, selection.Table, property, row);
        }

        // Users and teams are owners: they share the owner's id.
        if (selection.Table.IsPrincipal && row.Id != System.Guid.Empty)
        {
            json.WriteString("ownerid", row.Id);
        }
    }

    /// <summary>The members of a row of a query: what it brought, aliased values of other tables and aggregates included.</summary>
    public void WriteFound(Utf8JsonWriter json, ApiTable table, IReadOnlyList<ApiProperty> expected, Entity row)
    {
        WriteTag(json, row);
        foreach (var property in expected)
        {
            WriteValue(json, table, property, row);
        }

        foreach (var (name, value) in row.Attributes)
        {
            if (value is AliasedValue aliased)
            {
                WriteAliased(json, name, aliased, row);
            }
            else if (value is not null && table.Of(name) is null)
            {
                // Some links bring their columns without an alias.
                WriteAliased(json, name, new AliasedValue(null, null, value), row);
            }
        }
    }

    public void WriteAny(Utf8JsonWriter json, ApiTable table, Entity row)
    {
        WriteTag(json, row);
        foreach (var name in row.Attributes.Keys)
        {
            if (table.Of(name) is { } property)
            {
                WriteValue(json, table, property, row);
            }
        }
    }

    private static void WriteTag(Utf8JsonWriter json, Entity row)
    {
        if (row.RowVersion is { Length: > 0 } version)
        {
            json.WriteString("@odata.etag", $"W/\"{version}\"");
        }
    }

    private void WriteValue(Utf8JsonWriter json, ApiTable table, ApiProperty property, Entity row)
    {
        if (!row.Attributes.TryGetValue(property.Column.Name, out var value) || value is null)
        {
            json.WriteNull(property.Name);
            return;
        }

        WriteAnnotations(json, table, property.Name, property.Column, value, row.FormattedValues.TryGetValue(property.Column.Name, out var text) ? text : null);
        json.WritePropertyName(property.Name);
        ColumnJson.Write(json, property.Column, value);
    }

    private void WriteAliased(Utf8JsonWriter json, string name, AliasedValue aliased, Entity row)
    {
        if (aliased.Value is null)
        {
            return;
        }

        var table = aliased.EntityLogicalName is null ? null : schema.Find(aliased.EntityLogicalName);
        var column = aliased.AttributeLogicalName is null ? null : table?.Table.Find(aliased.AttributeLogicalName);
        WriteAnnotations(json, table, name, column, aliased.Value, row.FormattedValues.TryGetValue(name, out var text) ? text : null);
        json.WritePropertyName(name);
        ColumnJson.Write(json, column, aliased.Value);
    }

    private void WriteAnnotations(Utf8JsonWriter json, ApiTable? table, string name, ColumnMetadata? column, object value, string? text)
    {
        var reference = value as EntityReference;
        if (_formatted && (text ?? reference?.Name) is { } formatted)
        {
            json.WriteString($"{name}@{FormattedValue}", formatted);
        }

        if (reference is null)
        {
            return;
        }

        if (_navigation && table is not null && column is not null && NavigationOf(table, column, reference.LogicalName) is { } navigation)
        {
            json.WriteString($"{name}@{LookupNavigation}", navigation);
        }

        if (_tables)
        {
            json.WriteString($"{name}@{LookupTable}", reference.LogicalName);
        }
    }

    private static string? NavigationOf(ApiTable table, ColumnMetadata column, string target)
    {
        foreach (var lookup in table.Lookups.Values)
        {
            if (ReferenceEquals(lookup.Column, column) && (lookup.Target is null || lookup.Target == target))
            {
                return lookup.Name;
            }
        }

        return null;
    }
}

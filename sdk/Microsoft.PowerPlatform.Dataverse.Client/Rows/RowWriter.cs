using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.ServiceModel;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Rows;

/// <summary>Writes rows and other values of the SDK as JSON.</summary>
internal sealed class RowWriter(TableCatalog tables, CancellationToken stop)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body for a row that is created or changed.</summary>
    /// <param name="row">The row.</param>
    /// <param name="withId">Whether the row's id is part of it.</param>
    public Task<byte[]> RowAsync(Entity row, bool withId) => WriteAsync(json => RowAsync(json, row, withId, isParameter: false));

    /// <summary>The body for a message: its parameters by name.</summary>
    public Task<byte[]> ParametersAsync(IEnumerable<KeyValuePair<string, object?>> parameters) => WriteAsync(async json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in parameters)
        {
            json.WritePropertyName(name);
            await ValueAsync(json, name, value).ConfigureAwait(false);
        }

        json.WriteEndObject();
    });

    private static async Task<byte[]> WriteAsync(Func<Utf8JsonWriter, Task> write)
    {
        using var stream = new MemoryStream();
        await using (var json = new Utf8JsonWriter(stream, Options))
            await write(json).ConfigureAwait(false);
        return stream.ToArray();
    }

    private async Task RowAsync(Utf8JsonWriter json, Entity row, bool withId, bool isParameter)
    {
        var table = await tables.TableAsync(row.LogicalName, row.Attributes.Keys, stop).ConfigureAwait(false);
        json.WriteStartObject();
        if (isParameter)
            json.WriteString("@odata.type", "Microsoft.Dynamics.CRM." + table.LogicalName);
        if (isParameter && row.Id == Guid.Empty && row.KeyAttributes.Count > 0)
            json.WriteString("@odata.id", await RowPath.OfAsync(row, tables, stop).ConfigureAwait(false));
        if (withId && row.Id != Guid.Empty)
            json.WriteString(table.PrimaryId, row.Id);
        foreach (var (name, value) in row.Attributes)
        {
            if (name != table.PrimaryId)
                await ColumnAsync(json, table, table.Column(name), value).ConfigureAwait(false);
            else if (withId && row.Id == Guid.Empty && value is Guid id)
                json.WriteString(name, id);
        }

        foreach (var (relation, rows) in row.RelatedEntities)
            await RelatedAsync(json, row, relation, rows).ConfigureAwait(false);
        json.WriteEndObject();
    }

    // Rows that are created together with this one ("Create related table rows in one operation").
    private async Task RelatedAsync(Utf8JsonWriter json, Entity row, Relationship relationship, EntityCollection rows)
    {
        var relation = await tables.RelationAsync(relationship, stop).ConfigureAwait(false);
        var isFirst = relation.IsFirst(row.LogicalName, relationship.PrimaryEntityRole);
        json.WritePropertyName(relation.Navigation(isFirst));
        if (!isFirst && !relation.IsManyToMany && rows.Entities.Count == 1)
        {
            await RowAsync(json, rows[0], withId: true, isParameter: false).ConfigureAwait(false);
            return;
        }

        json.WriteStartArray();
        foreach (var related in rows.Entities)
            await RowAsync(json, related, withId: true, isParameter: false).ConfigureAwait(false);
        json.WriteEndArray();
    }

    private async Task ColumnAsync(Utf8JsonWriter json, TableDefinition table, ColumnDefinition column, object? value)
    {
        ColumnRules.Check(table, column, value);
        switch (value)
        {
            case EntityReference row:
                json.WritePropertyName(column.NavigationTo(row.LogicalName) + "@odata.bind");
                json.WriteStringValue("/" + await RowPath.OfAsync(row, tables, stop).ConfigureAwait(false));
                break;
            case null when column.Kind == ColumnKind.Lookup:
                json.WriteNull(column.AnyNavigation + "@odata.bind");
                break;
            default:
                json.WritePropertyName(column.Name);
                if (!TryScalar(json, value, column.Kind))
                    throw Unfit(value, $"{table.LogicalName}.{column.Name}");
                break;
        }
    }

    private async Task ValueAsync(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case Entity row:
                await RowAsync(json, row, withId: true, isParameter: true).ConfigureAwait(false);
                break;
            case EntityReference reference:
                await RowAsync(json, new Entity(reference.LogicalName, reference.Id) { KeyAttributes = reference.KeyAttributes }, withId: true, isParameter: true).ConfigureAwait(false);
                break;
            case EntityCollection rows:
                await ListAsync(json, name, rows.Entities).ConfigureAwait(false);
                break;
            case EntityReferenceCollection references:
                await ListAsync(json, name, references).ConfigureAwait(false);
                break;
            case string[] or Guid[] or int[] or RolePrivilege[]:
                await ListAsync(json, name, ((Array)value).Cast<object>()).ConfigureAwait(false);
                break;
            case RolePrivilege privilege:
                await ValueAsync(json, name, new Dictionary<string, object?>
                {
                    ["PrivilegeId"] = privilege.PrivilegeId, ["Depth"] = privilege.Depth, ["BusinessUnitId"] = privilege.BusinessUnitId,
                }).ConfigureAwait(false);
                break;
            case IReadOnlyDictionary<string, object?> parts:
                json.WriteStartObject();
                foreach (var (part, inner) in parts)
                {
                    json.WritePropertyName(part);
                    await ValueAsync(json, part, inner).ConfigureAwait(false);
                }

                json.WriteEndObject();
                break;
            default:
                if (!TryScalar(json, value, ColumnKind.Other))
                    throw Unfit(value, name);
                break;
        }
    }

    private async Task ListAsync(Utf8JsonWriter json, string name, IEnumerable<object> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
            await ValueAsync(json, name, item).ConfigureAwait(false);
        json.WriteEndArray();
    }

    private static bool TryScalar(Utf8JsonWriter json, object? value, ColumnKind kind)
    {
        switch (value)
        {
            case null or OptionSetValueCollection { Count: 0 }:
                json.WriteNullValue();
                return true;
            case string text:
                json.WriteStringValue(text);
                return true;
            case bool flag:
                json.WriteBooleanValue(flag);
                return true;
            case int number:
                json.WriteNumberValue(number);
                return true;
            case long number:
                json.WriteNumberValue(number);
                return true;
            case decimal number:
                json.WriteNumberValue(number);
                return true;
            case double number:
                json.WriteNumberValue(number);
                return true;
            case Money money:
                json.WriteNumberValue(money.Value);
                return true;
            case OptionSetValue option:
                json.WriteNumberValue(option.Value);
                return true;
            case OptionSetValueCollection options:
                json.WriteStringValue(string.Join(",", options.Select(option => option.Value.ToString(CultureInfo.InvariantCulture))));
                return true;
            case DateTime date:
                json.WriteStringValue(WireDates.Text(date, kind));
                return true;
            case Guid id:
                json.WriteStringValue(id);
                return true;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                return true;
            case BooleanManagedProperty property:
                json.WriteStartObject();
                json.WriteBoolean("Value", property.Value);
                json.WriteBoolean("CanBeChanged", property.CanBeChanged);
                json.WriteEndObject();
                return true;
            case Enum constant:
                json.WriteStringValue(constant.ToString().Replace(" ", string.Empty, StringComparison.Ordinal));
                return true;
            default:
                return false;
        }
    }

    private static FaultException<OrganizationServiceFault> Unfit(object? value, string place) =>
        WireFaults.Refuse(WireFaults.InvalidArgument, $"Incorrect attribute value type {value?.GetType()} for '{place}'.");
}

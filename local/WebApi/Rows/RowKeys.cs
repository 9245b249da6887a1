using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Batch;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>The row that an address names: by id, by the id's column, or by an alternate key.</summary>
internal sealed class RowKeys(ApiSchema schema)
{
    public static EntityReference Read(ApiTable table, PathSegment segment, IReadOnlyDictionary<string, string> query)
    {
        var arguments = segment.Arguments!;
        if (arguments.Count == 0)
        {
            throw ApiErrors.BadUri($"Bad Request - Error in query syntax: {segment.Name}() names no row; a key is expected in the parentheses.");
        }

        if (arguments.Count == 1 && (arguments[0].Name is null || arguments[0].Name == table.Table.PrimaryId.Name))
        {
            return new EntityReference(table.Name, Id(Resolve(arguments[0].Value, query)));
        }

        var key = new KeyAttributeCollection();
        foreach (var argument in arguments)
        {
            if (argument.Name is null || !table.Properties.TryGetValue(argument.Name, out var property))
            {
                throw ApiErrors.UnknownProperty(argument.Name ?? argument.Value, table.Name);
            }

            key[property.Column.Name] = Value(table, property.Column, Literals.Read(Resolve(argument.Value, query)));
        }

        return new EntityReference(table.Name, key);
    }

    /// <summary>A row by the address that a binding gives: relative, from the root, whole, or <c>$1</c> for a request of the same change set.</summary>
    public EntityReference Bound(string address, ApiRequest request)
    {
        if (address.StartsWith('$'))
        {
            address = ContentIds.Resolve(address, request.References);
        }

        var path = Relative(address);
        var segments = PathText.Segments(path);
        if (segments.Count != 1 || segments[0].Arguments is not { Count: > 0 } || schema.FindSet(segments[0].Name) is not { } table)
        {
            throw segments.Count == 1 && segments[0].Arguments is { Count: > 0 }
                ? ApiErrors.UnknownSegment(segments[0].Name)
                : ApiErrors.Argument($"The URI value '{address}' names no row: an address such as /accounts(00000000-0000-0000-0000-000000000001) is expected.");
        }

        return Read(table, segments[0], new Dictionary<string, string>());
    }

    /// <summary>What follows the service's root in an address.</summary>
    private static string Relative(string address)
    {
        const string api = "/api/data/v";
        const string portal = "/_api/";
        if (address.IndexOf(api, StringComparison.OrdinalIgnoreCase) is var version and >= 0)
        {
            var end = address.IndexOf('/', version + api.Length);
            return end < 0 ? string.Empty : address[end..];
        }

        var start = address.IndexOf(portal, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? address : address[(start + portal.Length)..];
    }

    private static string Resolve(string value, IReadOnlyDictionary<string, string> query) => !value.StartsWith('@')
        ? value
        : query.TryGetValue(value, out var given) ? given : throw ApiErrors.BadUri($"The parameter alias '{value}' has no value in the query.");

    private static Guid Id(string text) =>
        Guid.TryParseExact(text.Trim('\''), "D", out var id) || Guid.TryParseExact(text.Trim('\''), "N", out id)
            ? id
            : throw ApiErrors.BadUri($"Bad Request - Error in query syntax: '{text}' is no id; 00000000-0000-0000-0000-000000000000 is its form.");

    private static object? Value(ApiTable table, ColumnMetadata column, object? literal)
    {
        object? value = (column.Type, literal) switch
        {
            (_, null) => null,
            (ColumnType.Lookup, Guid id) => new EntityReference(column.Targets.Count == 1 ? column.Targets[0] : string.Empty, id),
            (ColumnType.Guid or ColumnType.Id, Guid id) => id,
            (ColumnType.WholeNumber, int number) => number,
            (ColumnType.BigNumber, int number) => (long)number,
            (ColumnType.BigNumber, long number) => number,
            (ColumnType.Choice or ColumnType.State or ColumnType.Status, int number) => new OptionSetValue(number),
            (ColumnType.Decimal, IConvertible number and not (string or bool or DateTime)) => number.ToDecimal(CultureInfo.InvariantCulture),
            (ColumnType.Money, IConvertible number and not (string or bool or DateTime)) => new Money(number.ToDecimal(CultureInfo.InvariantCulture)),
            (ColumnType.YesNo, bool flag) => flag,
            (ColumnType.DateTime, DateTime date) => date,
            (ColumnType.Text or ColumnType.Memo, string text) => text,
            (ColumnType.Text or ColumnType.Memo, JsonElement) => null,
            _ => throw ApiErrors.BadUri($"The value of '{column.Name}' in the key of {table.SetName} is no {ColumnJson.EdmType(column)}."),
        };
        return value;
    }
}

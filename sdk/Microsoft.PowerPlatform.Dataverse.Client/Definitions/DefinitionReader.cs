using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.PowerPlatform.Dataverse.Client.Definitions;

/// <summary>
/// Reads definitions: the Web API gives them under the SDK's own names, so a property goes to the member of its name. What the SDK's
/// type has no member for is left out. Members that only the platform sets are set all the same.
/// </summary>
internal static class DefinitionReader
{
    private static readonly ConcurrentDictionary<(Type, string), PropertyInfo?> Members = new();
    private static readonly Assembly Sdk = typeof(MetadataBase).Assembly;

    public static T Read<T>(JsonElement json)
        where T : class => (T)Object(json, typeof(T))!;

    /// <summary>Takes what another answer says of an object.</summary>
    public static void Fill(object target, JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null && Member(target.GetType(), property.Name) is { } member
                && Value(property.Value, member.PropertyType) is { } value)
                member.SetValue(target, value);
        }
    }

    private static object? Object(JsonElement json, Type declared)
    {
        if (json.ValueKind != JsonValueKind.Object || Kind(json, declared) is not { IsAbstract: false } type)
            return null;
        var target = type.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, []) is { } constructor
            ? constructor.Invoke(null)
            : RuntimeHelpers.GetUninitializedObject(type); // its values are all properties
        Fill(target, json);
        return target;
    }

    // "@odata.type": "#Microsoft.Dynamics.CRM.PicklistAttributeMetadata"
    private static Type? Kind(JsonElement json, Type declared)
    {
        var name = json.TryGetProperty("@odata.type", out var told) ? told.GetString()?.Split('.')[^1] : null;
        return name is not null && Sdk.GetType($"{typeof(MetadataBase).Namespace}.{name}") is { } type && declared.IsAssignableFrom(type) ? type : declared;
    }

    private static object? Value(JsonElement json, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return json.ValueKind switch
        {
            JsonValueKind.String => Text(json, type),
            JsonValueKind.Number => Number(json, type),
            JsonValueKind.True or JsonValueKind.False => type == typeof(bool) ? json.GetBoolean() : null,
            JsonValueKind.Array => List(json, type),
            JsonValueKind.Object => Object(json, type),
            _ => null,
        };
    }

    private static object? Text(JsonElement json, Type type)
    {
        if (type == typeof(string))
            return json.GetString();
        if (type == typeof(Guid))
            return json.TryGetGuid(out var id) ? id : null;
        if (type == typeof(DateTime))
            return json.TryGetDateTime(out var date) ? date : null;
        return type.IsEnum && Enum.TryParse(type, json.GetString(), out var constant) ? constant : null;
    }

    private static object? Number(JsonElement json, Type type)
    {
        if (type.IsEnum)
            return Enum.ToObject(type, json.GetInt32());
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Int32 => json.GetInt32(),
            TypeCode.Int64 => json.GetInt64(),
            TypeCode.Double => json.GetDouble(),
            TypeCode.Decimal => json.GetDecimal(),
            _ => null,
        };
    }

    private static object? List(JsonElement json, Type type)
    {
        var item = type.IsArray ? type.GetElementType()! : Items(type);
        if (item is null)
            return null;
        List<object> values = [.. json.EnumerateArray().Select(one => Value(one, item)).OfType<object>()];
        if (type.IsArray)
        {
            var array = Array.CreateInstance(item, values.Count);
            ((ICollection)values).CopyTo(array, 0);
            return array;
        }

        var list = (IList)Activator.CreateInstance(type, nonPublic: true)!;
        values.ForEach(one => list.Add(one));
        return list;
    }

    private static Type? Items(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IList<>))?.GetGenericArguments()[0];

    private static PropertyInfo? Member(Type type, string name) => Members.GetOrAdd((type, name), key =>
    {
        // The property of the type that declares it: only there is a setter that others may not call.
        for (var at = key.Item1; at is not null; at = at.BaseType)
        {
            if (at.GetProperty(key.Item2, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) is { } property)
                return property.SetMethod is null ? null : property;
        }

        return null;
    });
}

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>
/// Responses of the type that belongs to a request: beside the request's own type (<c>FooRequest</c>, <c>FooResponse</c>), or the
/// SDK's for the message's name.
/// </summary>
internal static class TypedResponses
{
    private static readonly Dictionary<string, Type> OfSdk = new[] { typeof(CreateRequest).Assembly, typeof(WhoAmIRequest).Assembly }
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(IsResponse)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<Type, Type?> Beside = new();

    /// <summary>The response to a request, without results.</summary>
    public static OrganizationResponse Empty(OrganizationRequest request)
    {
        var type = Beside.GetOrAdd(request.GetType(), Partner) ?? OfSdk.GetValueOrDefault(request.RequestName + "Response") ?? typeof(OrganizationResponse);
        var response = (OrganizationResponse)Activator.CreateInstance(type)!;
        response.ResponseName = request.RequestName;
        return response;
    }

    /// <summary>What type a response has for a result; null where it says nothing.</summary>
    public static Type? Kind(OrganizationResponse response, string result) => response.GetType() == typeof(OrganizationResponse)
        ? null
        : response.GetType().GetProperty(result, BindingFlags.Public | BindingFlags.Instance)?.PropertyType;

    /// <summary>Reads a result as that type.</summary>
    public static bool TryRead(JsonElement json, Type kind, out object? value)
    {
        value = json.ValueKind == JsonValueKind.Null ? null
            : kind == typeof(long) ? Whole(json)
            : kind == typeof(int) ? (int)Whole(json)
            : kind == typeof(decimal) ? json.GetDecimal()
            : kind == typeof(double) ? json.GetDouble()
            : kind == typeof(Guid) ? json.GetGuid()
            : kind == typeof(DateTime) ? WireDates.Read(json.GetString()!)
            : kind == typeof(string) && json.ValueKind != JsonValueKind.String ? json.GetRawText()
            : kind == typeof(byte[]) ? json.GetBytesFromBase64()
            : kind == typeof(int[]) ? json.EnumerateArray().Select(item => item.GetInt32()).ToArray()
            : kind == typeof(RolePrivilege[]) ? TeamMessages.Privileges(json)
            : null;
        return value is not null;
    }

    // 64-bit numbers may come as texts.
    private static long Whole(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? long.Parse(json.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : json.GetInt64();

    private static Type? Partner(Type request)
    {
        const string Suffix = "Request";
        return request != typeof(OrganizationRequest) && request.FullName is { } name && name.EndsWith(Suffix, StringComparison.Ordinal)
            && request.Assembly.GetType(name[..^Suffix.Length] + "Response") is { } type && IsResponse(type)
            ? type
            : null;
    }

    private static bool IsResponse(Type type) =>
        type.IsSubclassOf(typeof(OrganizationResponse)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null;
}

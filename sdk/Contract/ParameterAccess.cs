using System.Runtime.CompilerServices;

namespace Microsoft.Xrm.Sdk;

/// <summary>
/// Typed properties of messages over their named parameters. A property is called like the parameter that it stands for, so
/// the caller's name is the key; reading an absent parameter gives the type's default, as on the platform.
/// </summary>
internal static class ParameterAccess
{
    internal static T Get<T>(this OrganizationRequest request, [CallerMemberName] string name = "") =>
        request.Parameters.TryGetValue(name, out var value) && value is T typed ? typed : default!;

    internal static void Set<T>(this OrganizationRequest request, T value, [CallerMemberName] string name = "") =>
        request.Parameters[name] = value;

    internal static T Get<T>(this OrganizationResponse response, [CallerMemberName] string name = "") =>
        response.Results.TryGetValue(name, out var value) && value is T typed ? typed : default!;
}

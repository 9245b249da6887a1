using System;
using System.Collections.Concurrent;
using System.Reflection;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary>Sets members of the SDK's definitions that only the platform sets: their setters are not public, in the vendor's assembly as in the stand-in.</summary>
internal static class DefinitionMembers
{
    private static readonly ConcurrentDictionary<(Type, string), MethodInfo> Setters = new();

    public static T Set<T>(this T definition, string member, object? value)
        where T : class
    {
        if (value is not null)
        {
            Setters.GetOrAdd((definition.GetType(), member), Find).Invoke(definition, [value]);
        }

        return definition;
    }

    private static MethodInfo Find((Type Type, string Member) key)
    {
        // A derived type does not see the setter of its base.
        for (var type = key.Type; type is not null; type = type.BaseType)
        {
            var property = type.GetProperty(key.Member, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);
            if (property?.GetSetMethod(nonPublic: true) is { } setter)
            {
                return setter;
            }
        }

        throw new MissingMemberException(key.Type.FullName, key.Member);
    }
}

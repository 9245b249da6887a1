using System;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline.Steps;

/// <summary>
/// The fields of a plug-in's instance that can be written after its constructor. Most classes have none, and nothing is looked at.
/// What a read-only field points to (a list that a step adds to) is not seen.
/// </summary>
internal sealed class InstanceFields
{
    private readonly FieldInfo[] _fields;

    private InstanceFields(FieldInfo[] fields) => _fields = fields;

    public static InstanceFields Of(Type type)
    {
        List<FieldInfo> fields = [];
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic))
            {
                if (!field.IsInitOnly)
                {
                    fields.Add(field);
                }
            }
        }

        return new InstanceFields([.. fields]);
    }

    /// <summary>What the fields hold now; null where there are none.</summary>
    public object?[]? Values(IPlugin instance) => _fields.Length == 0 ? null : Array.ConvertAll(_fields, f => f.GetValue(instance));

    /// <summary>The name of a field or property that holds something else than before, or null.</summary>
    public string? FirstChanged(IPlugin instance, object?[]? before)
    {
        for (var i = 0; before is not null && i < _fields.Length; i++)
        {
            var now = _fields[i].GetValue(instance);
            var same = _fields[i].FieldType.IsValueType || now is string ? Equals(now, before[i]) : ReferenceEquals(now, before[i]);
            if (!same)
            {
                return NameOf(_fields[i]);
            }
        }

        return null;
    }

    // "<Service>k__BackingField" is the property Service.
    private static string NameOf(FieldInfo field) => field.Name is ['<', ..] ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}

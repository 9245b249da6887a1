using System.Collections.Generic;

namespace CrmAddon.Rules;

internal static class NoFields
{
    public static IReadOnlyDictionary<string, FieldValue> Instance { get; } = new Dictionary<string, FieldValue>();
}

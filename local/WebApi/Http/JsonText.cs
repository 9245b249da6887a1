using System;
using System.Linq;
using System.Text.Json;
using System.Text.Unicode;

namespace CrmAddon.Local.WebApi.Http;

/// <summary>Tells JSON whose names and texts can be read from JSON that only looks so: the parser leaves both unread until they are asked for.</summary>
internal static class JsonText
{
    /// <param name="text">The JSON as it was sent.</param>
    /// <param name="root">The same, parsed.</param>
    public static bool IsWellFormed(ReadOnlySpan<byte> text, JsonElement root) =>
        Utf8.IsValid(text) && ((text.IndexOf("\\ud"u8) < 0 && text.IndexOf("\\uD"u8) < 0) || IsReadable(root));

    private static bool IsReadable(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(member => member.Name is not null && IsReadable(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsReadable),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

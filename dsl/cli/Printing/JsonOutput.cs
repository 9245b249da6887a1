using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmAddon.Rules.Cli.Printing;

/// <summary>Writes what machines read: one JSON document, members in camel case, what is null left out.</summary>
internal static class JsonOutput
{
    // It goes to a file or another program, never into a web page, so quotes and umlauts may stand as they are.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static void Json<T>(this Screen screen, T document)
    {
        screen.Writer.Write(JsonSerializer.Serialize(document, Options));
        screen.Writer.Write('\n');
    }
}

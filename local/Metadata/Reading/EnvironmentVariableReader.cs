using System.IO;
using System.Text.Json;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads environmentvariabledefinitions/NAME/environmentvariabledefinition.xml and the value beside it, if there is one.</summary>
internal static class EnvironmentVariableReader
{
    private const int Text = 100_000_000;

    public static EnvironmentVariableMetadata Read(string path)
    {
        var definition = SolutionXml.Load(path);
        var name = definition.RequiredAttribute("schemaname");
        return new EnvironmentVariableMetadata(
            name,
            definition.Child("displayname")?.Attribute("default")?.Value ?? name,
            definition.Number("type") ?? Text,
            definition.Child("defaultvalue")?.Value,
            Value(Path.Combine(Path.GetDirectoryName(path)!, "environmentvariablevalues.json")));
    }

    private static string? Value(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            return json.RootElement.TryGetProperty("environmentvariablevalues", out var values)
                && values.TryGetProperty("environmentvariablevalue", out var value)
                && value.TryGetProperty("value", out var text)
                ? text.GetString()
                : null;
        }
        catch (JsonException e)
        {
            throw new SolutionException($"{path}:{e.LineNumber + 1}: can't be read: {e.Message}", e);
        }
    }
}

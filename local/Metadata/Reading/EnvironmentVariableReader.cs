using System.Linq;
using System.Text.Json;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads environmentvariabledefinitions/NAME/environmentvariabledefinition.xml and the value beside it, if there is one.</summary>
internal static class EnvironmentVariableReader
{
    private const int Text = 100_000_000;

    public static EnvironmentVariableMetadata Read(SolutionTree tree, SolutionFile file)
    {
        var definition = SolutionXml.Load(file);
        var name = definition.RequiredAttribute("schemaname");
        return new EnvironmentVariableMetadata(
            name,
            definition.Child("displayname")?.Attribute("default")?.Value ?? name,
            definition.Number("type") ?? Text,
            definition.Child("defaultvalue")?.Value,
            tree.Files(file.Folder, "environmentvariablevalues.json").FirstOrDefault() is { } values ? Value(values) : null);
    }

    private static string? Value(SolutionFile file)
    {
        try
        {
            using var json = JsonDocument.Parse(file.Bytes());
            return json.RootElement.TryGetProperty("environmentvariablevalues", out var values)
                && values.TryGetProperty("environmentvariablevalue", out var value)
                && value.TryGetProperty("value", out var text)
                ? text.GetString()
                : null;
        }
        catch (JsonException e)
        {
            throw new SolutionException($"{file.Place}:{e.LineNumber + 1}: can't be read: {e.Message}", e);
        }
    }
}

using System.Globalization;
using System.Xml.Linq;
using CrmAddon.Local.Messages;

namespace CrmAddon.Local.Query.Reading;

/// <summary>The attributes of FetchXML's elements, each read as what it means.</summary>
internal static class FetchElement
{
    public static string? Text(this XElement element, string attribute) => element.Attribute(attribute)?.Value;

    public static string Required(this XElement element, string attribute) =>
        element.Text(attribute) is { Length: > 0 } text ? text : throw QueryErrors.Missing(element.Name.LocalName, attribute);

    /// <summary>A yes/no attribute; what is neither is refused with the code that the platform has for it.</summary>
    public static bool Flag(this XElement element, string attribute, int code = QueryErrors.InvalidAttributeValue, bool absent = false) =>
        element.Text(attribute) switch
        {
            null => absent,
            "true" or "1" or "True" => true,
            "false" or "0" or "False" => false,
            var other => throw Faults.Create(
                code, $"The only valid values for {attribute} attribute are 'true', 'false', '1', and '0': <{element.Name.LocalName}> has '{other}'."),
        };

    public static int? Number(this XElement element, string attribute) => element.Text(attribute) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Faults.Create(
                QueryErrors.InvalidAttributeValue, $"The attribute value provided is invalid: {attribute}=\"{text}\" of <{element.Name.LocalName}> is not a whole number.");
}

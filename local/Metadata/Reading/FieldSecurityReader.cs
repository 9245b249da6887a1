using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads column security profiles (Other/FieldSecurityProfiles.xml).</summary>
internal static class FieldSecurityReader
{
    // The platform's number for "allowed"; "not allowed" is 0.
    private const int Allowed = 4;

    public static FieldSecurityProfileMetadata Read(XElement profile) => new(
        profile.IdAttribute("fieldsecurityprofileid"),
        profile.RequiredAttribute("name"),
        profile.Attribute("description")?.Value,
        [.. (profile.Child("FieldPermissions")?.Elements() ?? []).Select(Permission)]);

    private static FieldPermissionMetadata Permission(XElement permission) => new(
        permission.RequiredText("EntityName").ToLowerInvariant(),
        permission.RequiredText("AttributeName").ToLowerInvariant(),
        permission.Number("CanRead") == Allowed,
        permission.Number("CanCreate") == Allowed,
        permission.Number("CanUpdate") == Allowed);
}

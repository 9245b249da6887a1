using System;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads security roles (Roles/*.xml).</summary>
internal static class RoleReader
{
    public static RoleMetadata Read(XElement role) => new(
        role.IdAttribute("id"),
        role.RequiredAttribute("name"),
        [.. (role.Child("RolePrivileges")?.Elements() ?? []).Select(p => new RolePrivilege(p.RequiredAttribute("name"), Depth(p)))])
    {
        IsInherited = role.Attribute("isinherited")?.Value != "0",
    };

    private static AccessDepth Depth(XElement privilege)
    {
        var text = privilege.RequiredAttribute("level");
        return Enum.TryParse<AccessDepth>(text, out var depth) && Enum.IsDefined(depth)
            ? depth
            : throw privilege.Error($"'{text}' is no depth of a privilege: {string.Join(", ", Enum.GetNames<AccessDepth>())} are known.");
    }
}

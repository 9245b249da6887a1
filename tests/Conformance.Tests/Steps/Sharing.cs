using System;
using System.Linq;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Steps;

/// <summary><c>share ROW with USER: read, write</c>, <c>modify access of USER to ROW: read</c>, <c>revoke access of USER to ROW</c>.</summary>
internal static class Sharing
{
    public static OrganizationRequest Read(Block block, World world)
    {
        var (heading, rights) = block.Text.AtColon();
        if (block.FirstWord == "share")
        {
            var parts = heading["share".Length..].Split(" with ", StringSplitOptions.TrimEntries);
            return parts.Length == 2
                ? Access("GrantAccess", parts[1], parts[0])
                : throw block.Error("share ROW with USER: RIGHT, RIGHT");
        }

        var words = heading[(heading.IndexOf(" of ", StringComparison.Ordinal) + 4)..].Split(" to ", StringSplitOptions.TrimEntries);
        return block.FirstWord == "modify"
            ? Access("ModifyAccess", words[0], words[1])
            : new OrganizationRequest("RevokeAccess") { ["Target"] = world.Names.Read(block, words[1]), ["Revokee"] = world.Names.Read(block, words[0]) };

        OrganizationRequest Access(string message, string principal, string row) => new(message)
        {
            ["Target"] = world.Names.Read(block, row),
            ["PrincipalAccess"] = new PrincipalAccess { Principal = world.Names.Read(block, principal), AccessMask = Rights(block, rights ?? string.Empty) },
        };
    }

    /// <summary>Rights by name: read, write, append, append-to, create, delete, share, assign.</summary>
    public static AccessRights Rights(Block block, string text) => text.At(',').Where(r => r.Length > 0).Aggregate(AccessRights.None, (all, name) =>
        all | (Enum.TryParse<AccessRights>(name.Replace("-", string.Empty, StringComparison.Ordinal) + "Access", ignoreCase: true, out var right)
            ? right
            : throw block.Error($"'{name}' is no right.")));
}

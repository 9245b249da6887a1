using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>
/// The ids of messages, which are the same in every environment: exported steps name messages by them. Other messages can be told from the
/// name that the Plug-in Registration Tool gives a step: <c>Type: Message of table</c>.
/// </summary>
internal static class KnownMessages
{
    private const string SameEnd = "-ea3e-db11-86a7-000a3a5473e8";

    private static readonly Dictionary<Guid, string> Names = new()
    {
        [new("8cbdbb1b" + SameEnd)] = "Assign",
        [new("9ebdbb1b" + SameEnd)] = "Create",
        [new("a1bdbb1b" + SameEnd)] = "Delete",
        [new("c5bdbb1b" + SameEnd)] = "GrantAccess",
        [new("dbbdbb1b" + SameEnd)] = "Merge",
        [new("dcbdbb1b" + SameEnd)] = "ModifyAccess",
        [new("f2bdbb1b" + SameEnd)] = "Retrieve",
        [new("03bebb1b" + SameEnd)] = "RetrieveMultiple",
        [new("04bebb1b" + SameEnd)] = "RetrievePrincipalAccess",
        [new("10bebb1b" + SameEnd)] = "RetrieveSharedPrincipalsAndAccess",
        [new("11bebb1b" + SameEnd)] = "RevokeAccess",
        [new("1cbebb1b" + SameEnd)] = "SetState",
        [new("1dbebb1b" + SameEnd)] = "SetStateDynamicEntity",
        [new("20bebb1b" + SameEnd)] = "Update",
    };

    private static readonly Dictionary<string, Guid> Ids = Names.ToDictionary(n => n.Value, n => n.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The id of a message that has the same one everywhere; null for others.</summary>
    public static Guid? IdOf(string name) => Ids.TryGetValue(name, out var id) ? id : null;

    /// <summary>The message's name, or null.</summary>
    public static string? NameOf(Guid id, string stepName) => Names.GetValueOrDefault(id) ?? FromStepName(stepName);

    private static string? FromStepName(string name)
    {
        var colon = name.LastIndexOf(": ", StringComparison.Ordinal);
        var of = name.IndexOf(" of ", Math.Max(colon, 0), StringComparison.Ordinal);
        return colon > 0 && of > colon + 2 && !name.AsSpan(colon + 2, of - colon - 2).Contains(' ') ? name[(colon + 2)..of] : null;
    }
}

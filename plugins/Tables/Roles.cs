using System;
using System.Collections.Generic;
using CrmAddon.Plugins.Languages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tables;

/// <summary>The choice cov_role: what the rules call a role by name, the tables hold as an option.</summary>
internal static class Roles
{
    private const int First = 770000000;

    /// <summary>The roles in the order of their options.</summary>
    public static IReadOnlyList<string> Names { get; } = ["ISV", "Reseller", "SI", "MSP", "Referral"];

    /// <summary>Name of the role behind an option.</summary>
    public static string NameOf(OptionSetValue option) => Names[option.Value - First];

    /// <summary>The option of a role.</summary>
    /// <exception cref="Refusal">The choice has no such role.</exception>
    public static OptionSetValue OptionOf(string role)
    {
        for (var i = 0; i < Names.Count; i++)
            if (string.Equals(Names[i], role, StringComparison.Ordinal))
                return new OptionSetValue(First + i);

        throw new Refusal("rules.unknown-role", ("role", role), ("known", string.Join(", ", Names)));
    }
}

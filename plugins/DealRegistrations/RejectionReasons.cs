using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>The reasons of rejection, as partners are told.</summary>
internal static class RejectionReasons
{
    private const int First = 770000000;

    private static readonly string[] Names =
        ["existing-registration", "existing-customer", "not-qualified", "duplicate", "incomplete", "outside-the-program", "other"];

    /// <summary>A reason; one that an administrator has added to the choice is "other" to partners.</summary>
    public static Sentence Of(OptionSetValue reason) =>
        new("registration.reason." + (reason.Value - First is var i and >= 0 && i < Names.Length ? Names[i] : "other"));
}

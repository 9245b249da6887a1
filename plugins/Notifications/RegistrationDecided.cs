using System;
using CrmAddon.Rules.Json;

namespace CrmAddon.Plugins.Notifications;

/// <summary>What the template registration.decided is given.</summary>
/// <param name="Partner">Name of the partner.</param>
/// <param name="Number">Number of the registration.</param>
/// <param name="Customer">Name of the customer.</param>
/// <param name="IsApproved">Approved or rejected.</param>
/// <param name="ProtectedFrom">First day of protection, if approved.</param>
/// <param name="ProtectedUntil">Last day of protection, if approved.</param>
/// <param name="Reason">Label of the reason, if rejected.</param>
internal sealed record RegistrationDecided(
    string Partner, string Number, string Customer, bool IsApproved, DateTime? ProtectedFrom, DateTime? ProtectedUntil, string? Reason)
{
    public const string Template = "registration.decided";

    private string Decision => IsApproved ? "Approved" : "Rejected";

    public string Key => Number + "|" + Decision;

    public string Subject => IsApproved
        ? $"Your registration {Number} for {Customer} is approved"
        : $"Your registration {Number} for {Customer} is rejected";

    public string Data => InvariantJson.Object(json =>
    {
        json.Member("partner", Partner);
        json.Member("number", Number);
        json.Member("customer", Customer);
        json.Member("decision", Decision);
        json.Member("protectedFrom", ProtectedFrom);
        json.Member("protectedUntil", ProtectedUntil);
        json.Member("reason", Reason);
    });
}

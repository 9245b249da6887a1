using System;
using CrmAddon.Plugins.Languages;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.Plugins.Notifications;

/// <summary>What the template registration.decided is given.</summary>
/// <param name="Partner">Name of the partner.</param>
/// <param name="Number">Number of the registration.</param>
/// <param name="Customer">Name of the customer.</param>
/// <param name="IsApproved">Approved or rejected.</param>
/// <param name="ProtectedFrom">First day of protection, if approved.</param>
/// <param name="ProtectedUntil">Last day of protection, if approved.</param>
/// <param name="Reason">The reason in the partner's language, if rejected.</param>
internal sealed record RegistrationDecided(
    string Partner, string Number, string Customer, bool IsApproved, DateTime? ProtectedFrom, DateTime? ProtectedUntil, string? Reason)
{
    public const string Template = "registration.decided";

    private string Decision => IsApproved ? "Approved" : "Rejected";

    public string Key => Number + "|" + Decision;

    public string Subject(Language language) => Spoken.In(language, new Sentence(
        IsApproved ? "notification.approved" : "notification.rejected", ("number", Number), ("customer", Customer)));

    public string Data(Language language) => InvariantJson.Object(json =>
    {
        json.Member("language", language.Code);
        json.Member("partner", Partner);
        json.Member("number", Number);
        json.Member("customer", Customer);
        json.Member("decision", Decision);
        json.Member("protectedFrom", ProtectedFrom);
        json.Member("protectedUntil", ProtectedUntil);
        json.Member("reason", Reason);
    });
}

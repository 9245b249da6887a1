using System;
using System.Collections.Generic;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>What people are told when a registration can't do what they ask.</summary>
internal static class RegistrationText
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [DealRegistration.StatusOf.Draft] = "draft",
        [DealRegistration.StatusOf.Submitted] = "submitted",
        [DealRegistration.StatusOf.InReview] = "in-review",
        [DealRegistration.StatusOf.InfoRequested] = "info-requested",
        [DealRegistration.StatusOf.Approved] = "approved",
        [DealRegistration.StatusOf.Extended] = "extended",
        [DealRegistration.StatusOf.Won] = "won",
        [DealRegistration.StatusOf.Lost] = "lost",
        [DealRegistration.StatusOf.Expired] = "expired",
        [DealRegistration.StatusOf.Revoked] = "revoked",
        [DealRegistration.StatusOf.Rejected] = "rejected",
    };

    public static Sentence IsApproved(Entity registration) => new(
        "registration.approved", ("number", registration.Text(DealRegistration.Number)),
        ("from", registration.Date(DealRegistration.ProtectedFrom)!.Value), ("until", registration.Date(DealRegistration.ProtectedUntil)!.Value));

    public static Sentence IsRejected(Entity registration) => new("registration.rejected", ("number", registration.Text(DealRegistration.Number)));

    public static Sentence IsExtended(Entity registration) => new(
        "registration.extended", ("number", registration.Text(DealRegistration.Number)),
        ("until", registration.Date(DealRegistration.ProtectedUntil)!.Value));

    public static Refusal MustStartAsDraft() => new("registration.starts-as-draft");

    public static Refusal IsFinal(string number, int status) => new("registration.is-final", ("number", number), ("status", NameOf(status)));

    public static Refusal NoSuchMove(string number, int from, int to) => new(
        "registration.no-such-move", ("number", number), ("from", NameOf(from)), ("to", NameOf(to)));

    public static Refusal NoPartner(string number) => new("registration.no-partner", ("number", number));

    public static Refusal NoCustomer(string number) => new("registration.no-customer", ("number", number));

    public static Refusal NoReason(string number) => new("registration.no-reason", ("number", number));

    public static Refusal NoTerms(string number, DateTime day) => new("registration.no-terms", ("number", number), ("day", day));

    public static Refusal Conflict(string number, string other, string partner, DateTime from, DateTime until) => new(
        "registration.conflict", ("number", number), ("other", other), ("partner", partner), ("from", from), ("until", until));

    public static Refusal NoMoreExtensions(string number, int most) => most == 0
        ? new("registration.never-extended", ("number", number))
        : new("registration.extended-enough", ("number", number), ("most", most));

    private static Sentence NameOf(int status) => new("registration.status." + (Names.TryGetValue(status, out var name) ? name : "unknown"));
}

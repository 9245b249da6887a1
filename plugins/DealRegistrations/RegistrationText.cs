using System;
using System.Collections.Generic;
using System.Globalization;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>What people are told when a registration can't do what they ask.</summary>
internal static class RegistrationText
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [DealRegistration.StatusOf.Draft] = "Draft",
        [DealRegistration.StatusOf.Submitted] = "Submitted",
        [DealRegistration.StatusOf.InReview] = "In review",
        [DealRegistration.StatusOf.InfoRequested] = "Info requested",
        [DealRegistration.StatusOf.Approved] = "Approved",
        [DealRegistration.StatusOf.Extended] = "Extended",
        [DealRegistration.StatusOf.Won] = "Won",
        [DealRegistration.StatusOf.Lost] = "Lost",
        [DealRegistration.StatusOf.Expired] = "Expired",
        [DealRegistration.StatusOf.Revoked] = "Revoked",
        [DealRegistration.StatusOf.Rejected] = "Rejected",
    };

    private static readonly string[] Reasons =
        ["Existing registration", "Existing customer", "Not qualified", "Duplicate", "Incomplete", "Outside the program", "Other"];

    public static string ReasonOf(OptionSetValue reason) => Reasons[reason.Value - 770000000];

    public static InvalidPluginExecutionException MustStartAsDraft() => new(
        "A registration starts as a draft. Save it as a draft first, then submit it.");

    public static InvalidPluginExecutionException IsFinal(string number, int status) => new(
        $"The registration {number} is {NameOf(status)}, which is final. Make a new registration instead of changing this one.");

    public static InvalidPluginExecutionException NoSuchMove(string number, int from, int to) => new(
        $"The registration {number} is {NameOf(from)} and can't become {NameOf(to)} from there.");

    public static InvalidPluginExecutionException Incomplete(string number, string what) => new(
        $"The registration {number} has no {what}. Enter it, then submit.");

    public static InvalidPluginExecutionException NoReason(string number) => new(
        $"The registration {number} can't be rejected without a reason. Choose the reason of rejection, then reject.");

    public static InvalidPluginExecutionException NoTerms(string number, DateTime day) => new(
        $"The registration {number} can't be decided: no published rules in force on {Day(day)} say how long a registration protects. "
        + "Publish rules with a registration clause, or name the program on the registration.");

    public static InvalidPluginExecutionException Conflict(string number, string other, string partner, DateTime from, DateTime until) => new(
        $"The registration {number} conflicts with {other} of {partner}, which protects the same customer and product from {Day(from)} "
        + $"to {Day(until)}. Reject this one, or put both partners on the deal's roster in different roles so that they share it.");

    public static InvalidPluginExecutionException NoMoreExtensions(string number, int most) => new(most == 0
        ? $"The registration {number} can't be extended: the program's rules allow no extension."
        : $"The registration {number} was extended {most.ToString(CultureInfo.InvariantCulture)} time(s), as often as the program's rules allow.");

    private static string NameOf(int status) => Names.TryGetValue(status, out var name) ? name : "in an unknown state";

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

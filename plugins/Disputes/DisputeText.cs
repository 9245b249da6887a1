using System;
using System.Collections.Generic;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Disputes;

/// <summary>What people are told when a dispute can't do what they ask.</summary>
internal static class DisputeText
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [Dispute.StatusOf.New] = "new",
        [Dispute.StatusOf.InReview] = "in-review",
        [Dispute.StatusOf.Accepted] = "accepted",
        [Dispute.StatusOf.Rejected] = "rejected",
        [Dispute.StatusOf.Withdrawn] = "withdrawn",
    };

    public static Refusal MustStartAsNew() => new("dispute.starts-as-new");

    public static Refusal NoPartner() => new("dispute.no-partner");

    public static Refusal NoDescription() => new("dispute.no-description");

    public static Refusal NoSubject() => new("dispute.no-subject");

    public static Refusal IsOfAnother(string subject) => new("dispute.of-another", ("subject", subject));

    public static Refusal TwoPrograms() => new("dispute.two-programs");

    public static Refusal IsTooLate(string subject, DateTime since, int days, DateTime until) => new(
        "dispute.too-late", ("subject", subject), ("since", since), ("days", days), ("until", until));

    public static Refusal IsFinal(string number, int status) => new("dispute.is-final", ("number", number), ("status", NameOf(status)));

    public static Refusal NoSuchMove(string number, int from, int to) => new(
        "dispute.no-such-move", ("number", number), ("from", NameOf(from)), ("to", NameOf(to)));

    public static Refusal NoResolution(string number) => new("dispute.no-resolution", ("number", number));

    private static Sentence NameOf(int status) => new("dispute.status." + (Names.TryGetValue(status, out var name) ? name : "unknown"));
}

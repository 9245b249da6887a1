using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Evaluation;

/// <summary>The partners of a case by role, in the order of their keys, so that the order they came in changes nothing.</summary>
internal sealed class Roster
{
    private readonly List<Participant> all;
    private readonly IReadOnlyList<PartnerFacts> others;

    public Roster(IReadOnlyList<Participant> participants, IReadOnlyList<PartnerFacts>? others = null)
    {
        this.others = others ?? [];
        all = new List<Participant>(participants.Count);
        foreach (var participant in participants.OrderBy(one => one.PartnerKey, StringComparer.Ordinal)
            .ThenBy(one => one.Role, StringComparer.Ordinal).ThenBy(one => one.EngagedOn).ThenByDescending(one => one.Weight))
        {
            // A partner who is entered twice in a role counts once, since the earlier day.
            if (all.Count == 0 || all[all.Count - 1].PartnerKey != participant.PartnerKey || all[all.Count - 1].Role != participant.Role)
                all.Add(participant);
        }
    }

    public IReadOnlyList<Participant> InRole(string role) => all.FindAll(one => string.Equals(one.Role, role, StringComparison.Ordinal));

    /// <summary>
    /// The partner in that role; otherwise in the role that the partner was engaged in first; otherwise, without a role, what
    /// is known of a partner who is not on the roster.
    /// </summary>
    public Participant? Find(string partnerKey, string? role)
    {
        var places = all.FindAll(one => string.Equals(one.PartnerKey, partnerKey, StringComparison.Ordinal));
        return places.Find(one => string.Equals(one.Role, role, StringComparison.Ordinal))
            ?? places.OrderBy(one => one.EngagedOn).FirstOrDefault()
            ?? others.Where(one => string.Equals(one.Key, partnerKey, StringComparison.Ordinal))
                .Select(one => new Participant { PartnerKey = one.Key, PartnerName = one.Name, Role = "", Fields = one.Fields })
                .FirstOrDefault();
    }
}

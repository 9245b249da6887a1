using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Evaluation;

/// <summary>The partners of a case by role, in the order of their keys, so that the order they came in changes nothing.</summary>
internal sealed class Roster
{
    private readonly List<Participant> all;

    public Roster(IReadOnlyList<Participant> participants)
    {
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

    /// <summary>The partner's place on the roster; where there are several, the one engaged first.</summary>
    public Participant? Find(string partnerKey) =>
        all.Where(one => string.Equals(one.PartnerKey, partnerKey, StringComparison.Ordinal)).OrderBy(one => one.EngagedOn).FirstOrDefault();

    public Participant? Find(string partnerKey, string role) =>
        all.Find(one => string.Equals(one.PartnerKey, partnerKey, StringComparison.Ordinal) && string.Equals(one.Role, role, StringComparison.Ordinal));
}

using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// The partners of a case in the order of their keys, so that the order they came in changes nothing. Its seats are reused from
/// case to case.
/// </summary>
internal sealed class Roster(FactsReader? reader = null)
{
    private readonly SeatRow seats = new();
    private readonly SeatRow others = new();

    public Roster(IReadOnlyList<Participant> participants)
        : this() => Read(participants, []);

    /// <summary>How many partners there are, each in one role.</summary>
    public int Count => seats.Count;

    public Seat this[int index] => seats[index];

    public void Clear()
    {
        seats.Clear();
        others.Clear();
    }

    public void Read(IReadOnlyList<Participant> participants, IReadOnlyList<PartnerFacts> otherPartners)
    {
        Clear();
        for (var i = 0; i < participants.Count; i++)
        {
            var one = participants[i];
            var seat = Add(one.PartnerKey, one.PartnerName, one.Role, one.Weight, one.EngagedOn);
            reader?.Read(one.Fields, seat);
        }
        for (var i = 0; i < otherPartners.Count; i++)
        {
            var seat = AddOther(otherPartners[i].Key, otherPartners[i].Name);
            reader?.Read(otherPartners[i].Fields, seat);
        }
        seats.Arrange();
    }

    public Seat Add(string partnerKey, string? partnerName, string role, decimal weight, DateTime engagedOn)
    {
        var seat = seats.Next();
        seat.PartnerKey = partnerKey;
        seat.PartnerName = partnerName;
        seat.Role = role;
        seat.Weight = weight;
        seat.EngagedOn = engagedOn;
        return seat;
    }

    /// <summary>Someone whom a field may name and who has no role.</summary>
    public Seat AddOther(string partnerKey, string? partnerName)
    {
        var seat = others.Next();
        seat.PartnerKey = partnerKey;
        seat.PartnerName = partnerName;
        seat.Role = "";
        seat.Weight = 1;
        seat.EngagedOn = default;
        return seat;
    }

    /// <summary>Puts the partners in order when all have been added.</summary>
    public void Arrange() => seats.Arrange();

    public int CountIn(string role)
    {
        var count = 0;
        for (var i = 0; i < seats.Count; i++)
        {
            if (seats[i].Role == role)
                count++;
        }
        return count;
    }

    /// <summary>The first partner in a role that is filled.</summary>
    public Seat Only(string role)
    {
        var at = 0;
        while (seats[at].Role != role)
            at++;
        return seats[at];
    }

    /// <summary>
    /// The partner in that role; otherwise in the role that the partner was engaged in first; otherwise, without a role, what
    /// is known of a partner who is not on the roster.
    /// </summary>
    public Seat? Find(string partnerKey, string? role)
    {
        Seat? first = null;
        for (var i = 0; i < seats.Count; i++)
        {
            if (!string.Equals(seats[i].PartnerKey, partnerKey, StringComparison.Ordinal))
                continue;
            if (seats[i].Role == role)
                return seats[i];
            if (first is null || seats[i].EngagedOn < first.EngagedOn)
                first = seats[i];
        }
        for (var i = 0; first is null && i < others.Count; i++)
        {
            if (string.Equals(others[i].PartnerKey, partnerKey, StringComparison.Ordinal))
                first = others[i];
        }
        return first;
    }
}

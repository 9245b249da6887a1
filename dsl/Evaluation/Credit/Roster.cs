using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// The partners of a case in the order of their keys, so that the order they came in changes nothing. Its seats are reused from
/// case to case.
/// </summary>
internal sealed class Roster(FactsReader? reader = null)
{
    private Seat[] seats = [];
    private int used;
    private int others;

    public Roster(IReadOnlyList<Participant> participants)
        : this() => Read(participants, []);

    /// <summary>How many partners there are, each in one role.</summary>
    public int Count { get; private set; }

    public Seat this[int index] => seats[index];

    public void Clear() => Count = used = others = 0;

    public void Read(IReadOnlyList<Participant> participants, IReadOnlyList<PartnerFacts> otherPartners)
    {
        Clear();
        for (var i = 0; i < participants.Count; i++)
        {
            var one = participants[i];
            var seat = Add(one.PartnerKey, one.PartnerName, one.Role, one.Weight, one.EngagedOn);
            reader?.Read(one.Fields, seat);
        }
        Arrange();
        for (var i = 0; i < otherPartners.Count; i++)
        {
            var seat = AddOther(otherPartners[i].Key, otherPartners[i].Name);
            reader?.Read(otherPartners[i].Fields, seat);
        }
    }

    public Seat Add(string partnerKey, string? partnerName, string role, decimal weight, DateTime engagedOn)
    {
        if (used == seats.Length)
            Grow();
        var seat = seats[used++];
        seat.PartnerKey = partnerKey;
        seat.PartnerName = partnerName;
        seat.Role = role;
        seat.Weight = weight;
        seat.EngagedOn = engagedOn;
        return seat;
    }

    /// <summary>Someone whom a field may name and who has no role; added when the roster has been arranged.</summary>
    public Seat AddOther(string partnerKey, string? partnerName)
    {
        others++;
        return Add(partnerKey, partnerName, "", 1, default);
    }

    /// <summary>Puts the partners in order. A partner who is entered twice in a role counts once, since the earlier day.</summary>
    public void Arrange()
    {
        for (var i = 1; i < used; i++)
        {
            var seat = seats[i];
            var at = i;
            for (; at > 0 && Seat.Compare(seats[at - 1], seat) > 0; at--)
                seats[at] = seats[at - 1];
            seats[at] = seat;
        }
        Count = 0;
        for (var i = 0; i < used; i++)
        {
            if (Count > 0 && seats[Count - 1].PartnerKey == seats[i].PartnerKey && seats[Count - 1].Role == seats[i].Role)
                continue;
            (seats[Count], seats[i]) = (seats[i], seats[Count]);
            Count++;
        }
        used = Count;
    }

    public int CountIn(string role)
    {
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            if (string.Equals(seats[i].Role, role, StringComparison.Ordinal))
                count++;
        }
        return count;
    }

    /// <summary>
    /// The partner in that role; otherwise in the role that the partner was engaged in first; otherwise, without a role, what
    /// is known of a partner who is not on the roster.
    /// </summary>
    public Seat? Find(string partnerKey, string? role)
    {
        Seat? first = null;
        for (var i = 0; i < Count; i++)
        {
            if (!string.Equals(seats[i].PartnerKey, partnerKey, StringComparison.Ordinal))
                continue;
            if (string.Equals(seats[i].Role, role, StringComparison.Ordinal))
                return seats[i];
            if (first is null || seats[i].EngagedOn < first.EngagedOn)
                first = seats[i];
        }
        for (var i = Count; first is null && i < Count + others; i++)
        {
            if (string.Equals(seats[i].PartnerKey, partnerKey, StringComparison.Ordinal))
                first = seats[i];
        }
        return first;
    }

    private void Grow()
    {
        var more = new Seat[Math.Max(4, seats.Length * 2)];
        seats.CopyTo(more, 0);
        for (var i = seats.Length; i < more.Length; i++)
            more[i] = new Seat();
        seats = more;
    }
}

using System;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Seats that are taken anew for each case.</summary>
internal sealed class SeatRow
{
    private Seat[] seats = [];

    public int Count { get; private set; }

    public Seat this[int index] => seats[index];

    public void Clear() => Count = 0;

    public Seat Next()
    {
        if (Count == seats.Length)
        {
            Array.Resize(ref seats, Math.Max(4, Count * 2));
            for (var i = Count; i < seats.Length; i++)
                seats[i] = new Seat();
        }
        return seats[Count++];
    }

    /// <summary>Puts the partners in order. A partner who is entered twice in a role counts once, since the earlier day.</summary>
    public void Arrange()
    {
        // Rosters are short and mostly in order already.
        for (var i = 1; i < Count; i++)
        {
            var seat = seats[i];
            var at = i;
            for (; at > 0 && Seat.Compare(seats[at - 1], seat) > 0; at--)
                seats[at] = seats[at - 1];
            seats[at] = seat;
        }
        var kept = Math.Min(1, Count);
        for (var i = 1; i < Count; i++)
        {
            if (seats[kept - 1].IsSamePlace(seats[i]))
                continue;
            (seats[kept], seats[i]) = (seats[i], seats[kept]);
            kept++;
        }
        Count = kept;
    }
}

using System.Collections.Generic;
using System.Linq;
using static CrmAddon.Plugins.Tables.Dispute.StatusOf;

namespace CrmAddon.Plugins.Disputes;

/// <summary>The state model of a dispute: which state may follow which. A resolved dispute stays as it is.</summary>
internal static class DisputeMoves
{
    private static readonly Dictionary<int, int[]> Next = new()
    {
        [New] = [InReview, Accepted, Rejected, Withdrawn],
        [InReview] = [Accepted, Rejected, Withdrawn],
    };

    public static bool IsFinal(int status) => !Next.ContainsKey(status);

    public static bool Allows(int from, int to) => Next.TryGetValue(from, out var next) && next.Contains(to);
}

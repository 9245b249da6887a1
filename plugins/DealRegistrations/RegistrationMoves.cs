using System.Collections.Generic;
using System.Linq;
using static CrmAddon.Plugins.Tables.DealRegistration.StatusOf;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>The state model of a registration: which state may follow which. The end states are followed by none.</summary>
internal static class RegistrationMoves
{
    private static readonly Dictionary<int, int[]> Next = new()
    {
        [Draft] = [Submitted],
        [Submitted] = [InReview, InfoRequested, Approved, Rejected, Lost],
        [InReview] = [InfoRequested, Approved, Rejected, Lost],
        [InfoRequested] = [Submitted, InReview, Rejected, Lost],
        [Approved] = [Extended, Won, Lost, Expired, Revoked],
        [Extended] = [Won, Lost, Expired, Revoked],
    };

    /// <summary>The states that protect, or may come to.</summary>
    public static IReadOnlyList<int> Live { get; } = [Submitted, InReview, InfoRequested, Approved, Extended];

    public static bool IsFinal(int status) => !Next.ContainsKey(status);

    public static bool Allows(int from, int to) => Next.TryGetValue(from, out var next) && next.Contains(to);
}

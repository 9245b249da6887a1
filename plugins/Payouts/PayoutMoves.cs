using CrmAddon.Plugins.Dataverse;
using Microsoft.Xrm.Sdk;
using static CrmAddon.Plugins.Tables.StatementRow;

namespace CrmAddon.Plugins.Payouts;

/// <summary>The way of a statement: issued, approved, paid, and nothing back.</summary>
internal static class PayoutMoves
{
    public static bool Allows(int from, int to) =>
        (from, to) is (StatusOf.Issued, StatusOf.Approved) or (StatusOf.Approved, StatusOf.Paid);

    /// <summary>The status that a change leads to.</summary>
    public static int Next(Entity before, Entity sent) => Changes.StatusAfter(before, sent, StatusOf.Issued, StatusOf.Paid);
}

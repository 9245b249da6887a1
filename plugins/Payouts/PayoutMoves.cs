using CrmAddon.Plugins.Dataverse;
using Microsoft.Xrm.Sdk;
using static CrmAddon.Plugins.Tables.StatementRow;

namespace CrmAddon.Plugins.Payouts;

/// <summary>The way of a statement: issued, approved, paid, and nothing back.</summary>
internal static class PayoutMoves
{
    public static bool Allows(int from, int to) =>
        (from, to) is (StatusOf.Issued, StatusOf.Approved) or (StatusOf.Approved, StatusOf.Paid);

    /// <summary>The status that a change leads to; a state without a status means the state's first one.</summary>
    public static int Next(Entity before, Entity sent) => sent.Option(Status)
        ?? (sent.Option(State) is { } state && state != (before.Option(State) ?? StateOf.Open)
            ? state == StateOf.Paid ? StatusOf.Paid : StatusOf.Issued
            : before.Option(Status) ?? StatusOf.Issued);
}

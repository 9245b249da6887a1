namespace CrmAddon.Views.Tests;

/// <summary>The steps that lead from a table's first status to a closed one.</summary>
internal static class StatusWay
{
    private const int Next = 770000000;

    public static (int State, int Status)[] To(string table, int status) => (table, status) switch
    {
        ("cov_dealregistration", _) => [(0, Next), (0, Next + 3), (1, status)],
        ("cov_entry", Next + 1) => [(1, Next), (1, status)],
        ("cov_entry", Next + 3) => [(1, 2), (1, Next + 2), (1, status)],
        ("cov_statement" or "cov_period" or "cov_notification", _) => [(0, Next), (1, status)],
        ("cov_ruleversion", Next + 1) => [(0, Next), (1, 2), (1, status)],
        ("cov_ruleversion", _) => [(0, Next), (1, status)],
        ("cov_referral", _) => [(0, Next), (1, status)],
        _ => [(1, status)],
    };
}

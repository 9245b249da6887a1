using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Worker.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Months;

/// <summary>A program whose months close by themselves. Months and days are those of UTC, as everywhere in the books.</summary>
/// <param name="Code">Its code.</param>
/// <param name="CloseDay">The day of the following month, 1 to 28, from whose first second (UTC) a month is due.</param>
/// <param name="OpenMonth">First day of the first month whose books are open.</param>
/// <param name="Begun">First days of the months whose closing has begun and not come to its end, oldest first.</param>
internal sealed record DueProgram(string Code, int CloseDay, DateOnly OpenMonth, IReadOnlyList<DateOnly> Begun)
{
    private const string Program = "cov_program";
    private const string Period = "cov_period";
    private const string Id = "cov_programid";
    private const string Month = "cov_month";
    private const int Closing = 770000000;

    /// <summary>Whether a month may be closed on a day: it has ended, and its day has come.</summary>
    public bool IsDue(DateOnly month, DateOnly today) => today >= month.AddMonths(1).AddDays(CloseDay - 1);

    /// <summary>The active programs with a close day and an open month, by code; two queries.</summary>
    public static IReadOnlyList<DueProgram> All(IOrganizationService service)
    {
        var programs = new QueryExpression(Program) { ColumnSet = new ColumnSet("cov_code", "cov_closeday", "cov_openmonth") };
        programs.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        programs.Criteria.AddCondition("cov_closeday", ConditionOperator.NotNull);
        programs.Criteria.AddCondition("cov_openmonth", ConditionOperator.NotNull);
        programs.AddOrder("cov_code", OrderType.Ascending);

        var periods = new QueryExpression(Period) { ColumnSet = new ColumnSet(Id, Month) };
        periods.Criteria.AddCondition("statuscode", ConditionOperator.Equal, Closing);
        periods.AddOrder(Month, OrderType.Ascending);
        var begun = service.All(periods).ToLookup(row => row.GetAttributeValue<EntityReference>(Id)!.Id, row => Day(row, Month));

        return [.. service.All(programs).Select(row => new DueProgram(
            row.GetAttributeValue<string>("cov_code")!, row.GetAttributeValue<int>("cov_closeday"), FirstOf(Day(row, "cov_openmonth")), [.. begun[row.Id]]))];
    }

    // Whoever sets the open month by hand may enter any day of it.
    private static DateOnly FirstOf(DateOnly day) => day.AddDays(1 - day.Day);

    private static DateOnly Day(Entity row, string column) => DateOnly.FromDateTime(row.GetAttributeValue<DateTime>(column));
}

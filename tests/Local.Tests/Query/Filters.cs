using System;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Query;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Query;

[TestClass]
public sealed class Filters
{
    [TestMethod]
    [DataRow(ConditionOperator.Equal, "B", "b")]
    [DataRow(ConditionOperator.NotEqual, "b", "a,c,none,_%")]
    [DataRow(ConditionOperator.Like, "%", "a,b,c,_%")]
    [DataRow(ConditionOperator.BeginsWith, "[_]", "_%")]
    [DataRow(ConditionOperator.EndsWith, "[%]", "_%")]
    [DataRow(ConditionOperator.DoesNotBeginWith, "A", "b,c,none,_%")]
    [DataRow(ConditionOperator.GreaterThan, "a", "b,c")]
    [DataRow(ConditionOperator.NotLike, "_", "none,_%")]
    public void Text_compares_without_case_and_negations_hold_for_missing_values(ConditionOperator op, string value, string expected)
    {
        using var world = new World();
        foreach (var code in new[] { "a", "b", "c", null, "_%" })
        {
            world.Order(("fix_code", code), ("fix_name", code ?? "none"));
        }

        Assert.AreEqual(expected, Names(world, "fix_code", op, value));
    }

    [TestMethod]
    public void Lists_nulls_and_ranges()
    {
        using var world = new World();
        for (var i = 1; i <= 4; i++)
        {
            world.Order(("fix_name", $"{i}"), ("fix_quantity", i));
        }

        world.Order(("fix_name", "none"));

        Assert.AreEqual("1,3", Names(world, "fix_quantity", ConditionOperator.In, 1, 3));
        Assert.AreEqual("2,4,none", Names(world, "fix_quantity", ConditionOperator.NotIn, 1, 3));
        Assert.AreEqual(string.Empty, Names(world, "fix_quantity", ConditionOperator.In));
        Assert.AreEqual("2,3", Names(world, "fix_quantity", ConditionOperator.Between, 2, 3));
        Assert.AreEqual("1,4", Names(world, "fix_quantity", ConditionOperator.NotBetween, 2, 3));
        Assert.AreEqual("none", Names(world, "fix_quantity", ConditionOperator.Null));
        Assert.AreEqual("1,2,3,4", Names(world, "fix_quantity", ConditionOperator.NotNull));
        Assert.AreEqual("1,2", Names(world, "fix_quantity", ConditionOperator.LessEqual, 2));
    }

    [TestMethod]
    public void Amounts_compare_to_the_last_digit()
    {
        using var world = new World();
        foreach (var amount in new[] { "0.1", "0.2", "0.3", "-0.3", "922337203.6854775807", "99999999999.0000000001" })
        {
            var value = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
            world.Order(("fix_name", amount), ("fix_rate", value), ("fix_amount", new Money(Math.Min(value, 1000m))));
        }

        Assert.AreEqual("0.3", Names(world, "fix_rate", ConditionOperator.Equal, 0.1m + 0.2m));
        Assert.AreEqual("99999999999.0000000001", Names(world, "fix_rate", ConditionOperator.GreaterThan, 99999999999m));
        Assert.AreEqual("-0.3", Names(world, "fix_rate", ConditionOperator.LessThan, 0m));
        Assert.AreEqual("0.3", Names(world, "fix_amount", ConditionOperator.Equal, new Money(0.3m)));
        Assert.AreEqual("0.1,0.2,-0.3", Names(world, "fix_amount", ConditionOperator.LessThan, 0.299999m));
        Assert.AreEqual(string.Empty, Names(world, "fix_amount", ConditionOperator.Equal, 0.300001m));
    }

    [TestMethod]
    [DataRow(ConditionOperator.On, "2026-03-15", "today,now")]
    [DataRow(ConditionOperator.NotOn, "2026-03-15", "last month,yesterday,tomorrow,next year")]
    [DataRow(ConditionOperator.OnOrAfter, "2026-03-16", "tomorrow,next year")]
    [DataRow(ConditionOperator.OnOrBefore, "2026-03-14", "last month,yesterday")]
    [DataRow(ConditionOperator.Today, null, "today,now")]
    [DataRow(ConditionOperator.Yesterday, null, "yesterday")]
    [DataRow(ConditionOperator.Tomorrow, null, "tomorrow")]
    [DataRow(ConditionOperator.ThisMonth, null, "yesterday,today,now,tomorrow")]
    [DataRow(ConditionOperator.LastMonth, null, "last month")]
    [DataRow(ConditionOperator.ThisYear, null, "last month,yesterday,today,now,tomorrow")]
    [DataRow(ConditionOperator.NextYear, null, "next year")]
    [DataRow(ConditionOperator.ThisWeek, null, "today,now,tomorrow")]
    [DataRow(ConditionOperator.LastXDays, "1", "yesterday,today,now")]
    [DataRow(ConditionOperator.NextXDays, "1", "now,tomorrow")]
    [DataRow(ConditionOperator.LastXMonths, "1", "last month,yesterday,today,now")]
    [DataRow(ConditionOperator.OlderThanXDays, "1", "last month")]
    [DataRow(ConditionOperator.LastXHours, "2", "now")]
    public void Times_are_found_by_day_and_by_distance_from_now(ConditionOperator op, string? value, string expected)
    {
        using var world = new World();
        Add("last month", "2026-02-20T10:00:00Z");
        Add("yesterday", "2026-03-14T10:00:00Z");
        Add("today", "2026-03-15T00:00:00Z");
        Add("now", "2026-03-15T12:00:00Z");
        Add("tomorrow", "2026-03-16T23:59:59Z");
        Add("next year", "2027-01-01T00:00:00Z");

        Assert.AreEqual(expected, value is null ? Names(world, "fix_seenon", op) : Names(world, "fix_seenon", op, value));

        void Add(string name, string time) => world.Order(
            ("fix_name", name), ("fix_seenon", DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime()));
    }

    [TestMethod]
    public void A_date_has_no_time_of_day()
    {
        using var world = new World();
        world.Order(("fix_name", "a"), ("fix_due", new DateTime(2026, 3, 15, 17, 30, 0)));
        world.Order(("fix_name", "b"), ("fix_due", new DateTime(2026, 3, 16)));

        Assert.AreEqual("a", Names(world, "fix_due", ConditionOperator.Equal, new DateTime(2026, 3, 15)));
        Assert.AreEqual("b", Names(world, "fix_due", ConditionOperator.GreaterThan, new DateTime(2026, 3, 15)));
        Assert.AreEqual("a,b", Names(world, "fix_due", ConditionOperator.GreaterEqual, new DateTime(2026, 3, 15, 9, 0, 0)));
        Assert.AreEqual("a", Names(world, "fix_due", ConditionOperator.Today));
        Assert.AreEqual("a", Names(world, "fix_due", ConditionOperator.NotEqual, new DateTime(2026, 3, 16)));
        Assert.AreEqual("a", Names(world, "fix_due", ConditionOperator.Between, "2026-03-01", "2026-03-15"));
    }

    [TestMethod]
    public void Ids_choices_and_flags_are_taken_in_any_form()
    {
        using var world = new World();
        var account = world.Account();
        world.Order(("fix_name", "a"), ("fix_kind", new OptionSetValue(770000001)), ("fix_urgent", false), ("fix_customerid", new EntityReference("account", account)));
        world.Order(("fix_name", "b"), ("fix_tags", new OptionSetValueCollection([new(770000001), new(770000002)])));

        Assert.AreEqual("a", Names(world, "fix_kind", ConditionOperator.Equal, 770000001));
        Assert.AreEqual("a", Names(world, "fix_kind", ConditionOperator.Equal, new OptionSetValue(770000001)));
        Assert.AreEqual("a", Names(world, "fix_kind", ConditionOperator.In, [new int[] { 770000001, 770000002 }]));
        Assert.AreEqual("a", Names(world, "fix_urgent", ConditionOperator.Equal, false));
        Assert.AreEqual("b", Names(world, "fix_urgent", ConditionOperator.Equal, 1));
        Assert.AreEqual("a", Names(world, "fix_customerid", ConditionOperator.Equal, account));
        Assert.AreEqual("a", Names(world, "fix_customerid", ConditionOperator.Equal, account.ToString("B")));
        Assert.AreEqual("a", Names(world, "fix_customerid", ConditionOperator.In, [new[] { account }]));
        Assert.AreEqual("a,b", Names(world, "ownerid", ConditionOperator.EqualUserId));
        Assert.AreEqual("b", Names(world, "fix_tags", ConditionOperator.ContainValues, 770000002, 770000000));
        Assert.AreEqual("a,b", Names(world, "fix_tags", ConditionOperator.DoesNotContainValues, 770000000));
    }

    [TestMethod]
    public void Filters_nest()
    {
        using var world = new World();
        for (var i = 1; i <= 6; i++)
        {
            world.Order(("fix_name", $"{i}"), ("fix_quantity", i), ("fix_urgent", i % 2 == 0));
        }

        var query = Query();
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition("fix_quantity", ConditionOperator.Equal, 1);
        var both = either.AddFilter(LogicalOperator.And);
        both.AddCondition("fix_quantity", ConditionOperator.GreaterThan, 3);
        both.AddCondition("fix_urgent", ConditionOperator.Equal, true);
        query.Criteria.AddCondition("fix_quantity", ConditionOperator.LessThan, 6);

        Assert.AreEqual("1,4", Names(world, query));
    }

    [TestMethod]
    public void What_does_not_exist_is_named()
    {
        using var world = new World();

        World.Refused(ErrorCodes.QueryBuilderNoAttribute, "Name = 'fix_nothing'", () => Names(world, "fix_nothing", ConditionOperator.Equal, 1));
        World.Refused(ErrorCodes.QueryBuilderNoEntity, "'fix_nothing'", () => world.All("fix_nothing"));
        World.Refused(ErrorCodes.InvalidArgument, "expected argument(s) of type 'System.Int32' but received 'System.String'", () => Names(world, "fix_quantity", ConditionOperator.Equal, "many"));
        World.Refused(ErrorCodes.InvalidArgument, "takes two values", () => Names(world, "fix_quantity", ConditionOperator.Between, 1));
        World.Refused(ErrorCodes.InvalidArgument, "null is not a valid value", () => Names(world, "fix_quantity", ConditionOperator.Equal));
        World.Refused(QueryErrors.InvalidConditionOperator, "ThisFiscalYear", () => Names(world, "fix_quantity", ConditionOperator.ThisFiscalYear));
    }

    private static QueryExpression Query() => new("fix_order")
    {
        ColumnSet = new ColumnSet("fix_name"),
        Orders = { new OrderExpression("fix_number", OrderType.Ascending) },
    };

    private static string Names(World world, string column, ConditionOperator op, params object[] values)
    {
        var query = Query();
        query.Criteria.AddCondition(column, op, values);
        return Names(world, query);
    }

    private static string Names(World world, QueryExpression query) =>
        string.Join(",", world.Service.RetrieveMultiple(query).Entities.Select(e => e.GetAttributeValue<string>("fix_name")));
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.DataverseClient.Tests.Same;

/// <summary>Queries give the same rows over the wire, in the same order and of the same types.</summary>
[TestClass]
public sealed class QueryTests
{
    private const int Rows = 60;
    private static readonly ConditionExpression Theirs = new("fix_code", ConditionOperator.BeginsWith, "q");
    private static Twins _twins = null!;

    [ClassInitialize]
    public static async Task Start(TestContext _)
    {
        _twins = await Twins.StartAsync();
        _twins.Do(service =>
        {
            service.Account(1, "Adatum");
            service.Account(2, "Ünited & \"Söns\"");
            service.Create(new Entity("contact", Orders.Id(3)) { ["firstname"] = "Ann", ["lastname"] = "Lee", ["parentcustomerid"] = new EntityReference("account", Orders.Id(1)) });
            for (var i = 0; i < Rows; i++)
            {
                service.Create(Orders.Order(100 + i,
                    ("fix_code", $"q{i:00}"),
                    ("fix_amount", i % 5 == 0 ? null : new Money(i * 10.25m)),
                    ("fix_rate", i / 7m),
                    ("fix_quantity", i),
                    ("fix_share", i / 8d),
                    ("fix_due", new DateTime(2026, 1, 1).AddDays(i * 3)),
                    ("fix_seenon", Orders.Time("2026-03-10T00:00:00Z").AddHours(i - 30)),
                    ("fix_kind", i % 4 == 3 ? null : Orders.Kind(i % 2)),
                    ("fix_tags", new OptionSetValueCollection([Orders.Kind(i % 2)])),
                    ("fix_urgent", i % 3 == 0),
                    ("fix_customerid", (i % 3) switch { 0 => new EntityReference("account", Orders.Id(1)), 1 => new EntityReference("contact", Orders.Id(3)), _ => null }),
                    ("fix_parentid", i == 0 ? null : new EntityReference("fix_order", Orders.Id(100 + (i / 2))))));
            }
        });
    }

    [ClassCleanup]
    public static async Task Stop() => await _twins.DisposeAsync();

    public static IEnumerable<object?[]> Conditions =>
    [
        [new ConditionExpression("fix_quantity", ConditionOperator.Equal, 5)], [new ConditionExpression("fix_quantity", ConditionOperator.NotEqual, 5)],
        [new ConditionExpression("fix_quantity", ConditionOperator.GreaterThan, 50)], [new ConditionExpression("fix_quantity", ConditionOperator.LessEqual, 3)],
        [new ConditionExpression("fix_quantity", ConditionOperator.Between, 3, 6)], [new ConditionExpression("fix_quantity", ConditionOperator.NotBetween, 3, 56)],
        [new ConditionExpression("fix_quantity", ConditionOperator.In, 1, 2, 99)], [new ConditionExpression("fix_quantity", ConditionOperator.In, (System.Collections.ICollection)new[] { 1, 2 })],
        [new ConditionExpression("fix_quantity", ConditionOperator.NotIn, 1, 2)], [new ConditionExpression("fix_code", ConditionOperator.Like, "q_5%")],
        [new ConditionExpression("fix_code", ConditionOperator.EndsWith, "9")], [new ConditionExpression("fix_code", ConditionOperator.DoesNotBeginWith, "q1")],
        [new ConditionExpression("fix_amount", ConditionOperator.Null)], [new ConditionExpression("fix_amount", ConditionOperator.Equal, new Money(10.25m))],
        [new ConditionExpression("fix_amount", ConditionOperator.GreaterEqual, 500.5m)], [new ConditionExpression("fix_rate", ConditionOperator.LessThan, 0.5m)],
        [new ConditionExpression("fix_share", ConditionOperator.Equal, 0.125)], [new ConditionExpression("fix_urgent", ConditionOperator.Equal, true)],
        [new ConditionExpression("fix_urgent", ConditionOperator.Equal, false)], [new ConditionExpression("fix_kind", ConditionOperator.Equal, Orders.Kind(1))],
        [new ConditionExpression("fix_kind", ConditionOperator.In, 770_000_000, 770_000_001)], [new ConditionExpression("fix_tags", ConditionOperator.ContainValues, 770_000_001)],
        [new ConditionExpression("fix_due", ConditionOperator.On, new DateTime(2026, 1, 4))], [new ConditionExpression("fix_due", ConditionOperator.OnOrBefore, new DateTime(2026, 1, 10))],
        [new ConditionExpression("fix_due", ConditionOperator.Equal, new DateTime(2026, 1, 7))], [new ConditionExpression("fix_due", ConditionOperator.GreaterThan, new DateTime(2026, 6, 1))],
        [new ConditionExpression("fix_seenon", ConditionOperator.GreaterThan, Orders.Time("2026-03-10T20:00:00Z"))], [new ConditionExpression("fix_seenon", ConditionOperator.Today)],
        [new ConditionExpression("fix_seenon", ConditionOperator.LastXHours, 5)], [new ConditionExpression("fix_due", ConditionOperator.NextXMonths, 1)],
        [new ConditionExpression("fix_due", ConditionOperator.ThisMonth)], [new ConditionExpression("fix_customerid", ConditionOperator.Equal, Orders.Id(1))],
        [new ConditionExpression("fix_customerid", ConditionOperator.Null)], [new ConditionExpression("ownerid", ConditionOperator.EqualUserId)],
        [new ConditionExpression("fix_orderid", ConditionOperator.In, Orders.Id(105), Orders.Id(106))],
        [new ConditionExpression("fix_quantity", ConditionOperator.Equal, compareColumns: true, "fix_kind")],
    ];

    [TestMethod]
    [DataRow("<attribute name='fix_name' /><attribute name='fix_customerid' /><attribute name='fix_kind' /><attribute name='fix_amount' />")]
    [DataRow("<all-attributes />")]
    public void The_first_row_of_a_link_brings_its_columns_by_schema_names(string columns) => _twins.Do(service => service.RetrieveMultiple(new FetchExpression(
        $"<fetch><entity name='fix_order'><attribute name='fix_code' /><filter><condition attribute='fix_code' operator='begins-with' value='q0' /></filter><link-entity name='fix_order' from='fix_orderid' to='fix_parentid' link-type='matchfirstrowusingcrossapply'>{columns}</link-entity></entity></fetch>")));

    [TestMethod]
    public void A_wrong_condition_is_refused()
    {
        _twins.Refused(service => service.RetrieveMultiple(Query(query => query.Criteria.AddCondition("fix_nothing", ConditionOperator.Equal, 1))));
        // The words differ: over the wire every value is text.
        _twins.RefusedAlike(service => service.RetrieveMultiple(Query(query => query.Criteria.AddCondition("fix_quantity", ConditionOperator.Equal, "five"))));
    }

    [TestMethod]
    [DynamicData(nameof(Conditions))]
    public void A_condition_finds_the_same(ConditionExpression condition) => _twins.Do(service => service.RetrieveMultiple(new QueryExpression("fix_order")
    {
        ColumnSet = new ColumnSet("fix_quantity"),
        Criteria = { Conditions = { Theirs, condition } },
        Orders = { new OrderExpression("fix_quantity", OrderType.Ascending) },
    }));

    [TestMethod]
    public void All_columns_come_as_what_they_are() =>
        _twins.Do(service => service.RetrieveMultiple(Query(query => query.ColumnSet = new ColumnSet(true))));

    [TestMethod]
    public void A_query_without_columns_brings_the_ids() => _twins.Do(service => service.RetrieveMultiple(Query(query => query.ColumnSet = new ColumnSet())));

    [TestMethod]
    public void Links_bring_aliased_values()
    {
        foreach (var join in new[] { JoinOperator.Inner, JoinOperator.LeftOuter })
        {
            _twins.Do(service => service.RetrieveMultiple(Query(query =>
            {
                var parent = query.AddLink("fix_order", "fix_parentid", "fix_orderid", join);
                parent.EntityAlias = "parent";
                parent.Columns = new ColumnSet("fix_name", "fix_amount", "fix_kind", "fix_customerid", "fix_due", "fix_seenon", "fix_urgent", "fix_tags", "fix_orderid");
                parent.LinkCriteria.AddCondition("fix_quantity", ConditionOperator.LessThan, 20);
                var customer = parent.AddLink("account", "fix_customerid", "accountid", JoinOperator.LeftOuter);
                customer.Columns = new ColumnSet("name", "ownerid");
            })));
        }
    }

    [TestMethod]
    public void A_link_brings_all_columns_of_its_table() => _twins.Do(service => service.RetrieveMultiple(Query(query =>
    {
        var customer = query.AddLink("contact", "fix_customerid", "contactid");
        customer.EntityAlias = "c";
        customer.Columns = new ColumnSet(true);
        query.Orders.Clear();
        query.AddOrder("fix_quantity", OrderType.Descending);
        query.TopCount = 3;
    })));

    [TestMethod]
    public void Filters_nest_and_reach_over_links() => _twins.Do(service => service.RetrieveMultiple(Query(query =>
    {
        var customer = query.AddLink("account", "fix_customerid", "accountid", JoinOperator.LeftOuter);
        customer.EntityAlias = "a";
        var or = query.Criteria.AddFilter(LogicalOperator.Or);
        or.AddCondition("a", "name", ConditionOperator.Like, "Ada%");
        or.AddCondition("fix_quantity", ConditionOperator.GreaterThan, 55);
        or.AddFilter(LogicalOperator.And).AddCondition("fix_urgent", ConditionOperator.Equal, true);
        query.Distinct = true;
    })));

    [TestMethod]
    public void Only_whether_there_is_a_match_counts() => _twins.Do(service => service.RetrieveMultiple(Query(query =>
        query.AddLink("contact", "fix_customerid", "contactid", JoinOperator.Exists).LinkCriteria.AddCondition("lastname", ConditionOperator.Equal, "Lee"))));

    [TestMethod]
    public void Pages_follow_each_other_by_their_cookie() => _twins.Do(service =>
    {
        var query = Query(query => query.PageInfo = new PagingInfo { Count = 25, PageNumber = 1, ReturnTotalRecordCount = true });
        List<object> pages = [];
        EntityCollection page;
        do
        {
            page = service.RetrieveMultiple(query);
            pages.Add(page);
            pages.Add(page.PagingCookie is null ? "no cookie" : "cookie");
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        while (page.MoreRecords);
        return pages;
    });

    [TestMethod]
    public void Queries_by_attribute_find_the_same() => _twins.Do(service =>
    {
        var query = new QueryByAttribute("fix_order") { ColumnSet = new ColumnSet("fix_code", "fix_kind"), TopCount = 7 };
        query.AddAttributeValue("fix_kind", 770_000_001);
        query.AddAttributeValue("fix_urgent", false);
        query.AddOrder("fix_code", OrderType.Descending);
        return service.RetrieveMultiple(query);
    });

    public static IEnumerable<object[]> Fetches =>
    [
        ["<fetch top='5'><entity name='fix_order'><attribute name='fix_code'/><attribute name='fix_amount' alias='worth'/><order attribute='fix_code'/></entity></fetch>"],
        ["<fetch aggregate='true'><entity name='fix_order'><attribute name='fix_orderid' alias='n' aggregate='count'/><attribute name='fix_amount' alias='sum' aggregate='sum'/><attribute name='fix_amount' alias='avg' aggregate='avg'/><attribute name='fix_rate' alias='max' aggregate='max'/><attribute name='fix_seenon' alias='first' aggregate='min'/><attribute name='fix_quantity' alias='mean' aggregate='avg'/><attribute name='fix_share' alias='share' aggregate='sum'/><attribute name='fix_amount' alias='filled' aggregate='countcolumn'/></entity></fetch>"],
        ["<fetch aggregate='true'><entity name='fix_order'><attribute name='fix_orderid' alias='n' aggregate='count'/><attribute name='fix_kind' alias='kind' groupby='true'/><order alias='kind'/></entity></fetch>"],
        ["<fetch aggregate='true'><entity name='fix_order'><attribute name='fix_orderid' alias='n' aggregate='count'/><attribute name='fix_customerid' alias='customer' groupby='true'/><order alias='n'/></entity></fetch>"],
        ["<fetch aggregate='true'><entity name='fix_order'><attribute name='fix_orderid' alias='n' aggregate='count'/><attribute name='fix_due' alias='month' groupby='true' dategrouping='month'/><attribute name='fix_due' alias='year' groupby='true' dategrouping='year'/><order alias='month'/></entity></fetch>"],
        ["<fetch aggregate='true'><entity name='fix_order'><attribute name='fix_amount' alias='sum' aggregate='sum'/><link-entity name='account' from='accountid' to='fix_customerid' alias='a'><attribute name='name' alias='customer' groupby='true'/></link-entity></entity></fetch>"],
        ["<fetch><entity name='fix_order'><attribute name='fix_code'/><filter><condition attribute='fix_code' operator='in'><value>q01</value><value>q02</value></condition></filter><order attribute='fix_code'/><link-entity name='account' from='accountid' to='fix_customerid' link-type='outer'><attribute name='name'/></link-entity></entity></fetch>"],
        ["<fetch returntotalrecordcount='true' count='2'><entity name='fix_order'><attribute name='fix_code'/><order attribute='fix_code'/></entity></fetch>"],
    ];

    public static IEnumerable<object[]> WrongFetches =>
    [
        ["<fetch><entity name='fix_order'><attribute name='fix_nothing'/></entity></fetch>"], ["<fetch><entity name='fix_nothing'/></fetch>"], ["<fetch"], ["<other/>"], ["<fetch/>"],
        ["<fetch><entity name='fix_order'><filter><condition attribute='fix_code' operator='wishes' value='x'/></filter></entity></fetch>"],
    ];

    [TestMethod]
    [DynamicData(nameof(Fetches))]
    public void FetchXML_finds_the_same(string fetch) => _twins.Do(service => service.RetrieveMultiple(new FetchExpression(fetch)));

    [TestMethod]
    [DynamicData(nameof(WrongFetches))]
    public void Wrong_FetchXML_is_refused(string fetch) => _twins.Refused(service => service.RetrieveMultiple(new FetchExpression(fetch)));

    [TestMethod]
    public void Aggregates_of_a_query_come_as_those_of_FetchXML()
    {
        _twins.Do(service => service.RetrieveMultiple(Query(query =>
        {
            query.ColumnSet = new ColumnSet();
            query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("fix_orderid", XrmAggregateType.Count, "n"));
            query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("fix_amount", XrmAggregateType.Sum, "sum"));
            query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("fix_kind", XrmAggregateType.None, "kind") { HasGroupBy = true });
            query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("fix_due", XrmAggregateType.None, "month", XrmDateTimeGrouping.Month) { HasGroupBy = true });
            query.Orders.Clear();
            query.Orders.Add(new OrderExpression("fix_due", OrderType.Ascending, "month"));
            query.Orders.Add(new OrderExpression("fix_kind", OrderType.Descending, "kind"));
        })));
    }

    [TestMethod]
    [DataRow(JoinOperator.Any)]
    [DataRow(JoinOperator.NotAny)]
    [DataRow(JoinOperator.All)]
    [DataRow(JoinOperator.NotAll)]
    public void A_link_within_a_filter_only_decides(JoinOperator join) => _twins.Do(service => service.RetrieveMultiple(Query(query =>
    {
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition("fix_code", ConditionOperator.Equal, "q07");
        either.AnyAllFilterLinkEntity = new LinkEntity("fix_order", "fix_order", "fix_orderid", "fix_parentid", join)
        {
            LinkCriteria = { Conditions = { new ConditionExpression("fix_urgent", ConditionOperator.Equal, true) } },
        };
    })));

    [TestMethod]
    public void A_link_without_a_name_is_called_by_its_table() => _twins.Do(service => service.RetrieveMultiple(Query(query =>
    {
        var account = query.AddLink("account", "fix_customerid", "accountid", JoinOperator.LeftOuter);
        account.Columns = new ColumnSet("name");
        var contact = query.AddLink("contact", "fix_customerid", "contactid", JoinOperator.LeftOuter);
        contact.Columns = new ColumnSet("fullname");
        query.Criteria.AddCondition("contact", "lastname", ConditionOperator.Equal, "Lee");
        query.Orders.Insert(0, new OrderExpression("name", OrderType.Ascending) { EntityName = "account" });
    })));

    [TestMethod]
    public void A_query_too_long_for_an_address_is_answered_as_well() => _twins.Do(service => service.RetrieveMultiple(Query(query =>
        query.Criteria.AddCondition("fix_orderid", ConditionOperator.In, Enumerable.Range(0, 800).Select(i => (object)Orders.Id(i)).ToArray()))));

    private static QueryExpression Query(Action<QueryExpression> change)
    {
        var query = new QueryExpression("fix_order")
        {
            ColumnSet = new ColumnSet("fix_code"),
            Criteria = { Conditions = { Theirs } },
            Orders = { new OrderExpression("fix_code", OrderType.Ascending) },
        };
        change(query);
        return query;
    }
}

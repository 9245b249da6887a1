using System;
using System.Linq;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Query;

/// <summary>Whatever a query says, it is answered or refused with a fault: nothing else comes out.</summary>
[TestClass]
public sealed class BrokenQueries
{
    private const string Whole = """
        <fetch count="3" page="2" distinct="false" returntotalrecordcount="true" paging-cookie="&lt;cookie page=&quot;1&quot;&gt;&lt;fix_name last=&quot;a&quot; /&gt;&lt;fix_orderid last=&quot;{00000000-0000-0000-0000-000000000001}&quot; /&gt;&lt;/cookie&gt;">
          <entity name="fix_order">
            <attribute name="fix_name" alias="n" /><attribute name="fix_amount" />
            <order attribute="fix_name" descending="true" />
            <filter type="or">
              <condition attribute="fix_quantity" operator="between"><value>1</value><value>2</value></condition>
              <condition attribute="fix_due" operator="last-x-fiscal-periods" value="2" />
              <condition attribute="fix_name" operator="like" value="%[a-c]_" />
              <condition attribute="fix_tags" operator="contain-values"><value>770000001</value></condition>
              <link-entity name="fix_line" from="fix_orderid" to="fix_orderid" link-type="not all"><filter><condition attribute="fix_text" operator="ne" value="1" /></filter></link-entity>
            </filter>
            <link-entity name="account" from="accountid" to="fix_customerid" link-type="outer" alias="a"><attribute name="name" /><order attribute="name" /></link-entity>
          </entity>
        </fetch>
        """;

    private const string Sums = """
        <fetch aggregate="true" top="5" aggregatelimit="10">
          <entity name="fix_order">
            <attribute name="fix_amount" alias="s" aggregate="sum" /><attribute name="fix_rate" alias="v" aggregate="avg" />
            <attribute name="fix_due" alias="d" groupby="true" dategrouping="fiscal-period" usertimezone="false" />
            <attribute name="fix_customerid" alias="c" groupby="true" />
            <order alias="c" descending="1" />
          </entity>
        </fetch>
        """;

    private static readonly string[] Pieces =
    [
        "", "0", "-1", "1e9", "99999999999999999999", "null", "'", "\"", "<", "&", "%", "[", "\u0001", "true", "fix_name", "fix_orderid", "fix_due", "account", "a",
        "eq", "under", "in-fiscal-year", "last-x-hours", "like", "all", "in", "outer", "sum", "year", "fix_ordername", "fix_customeridname", "{0}", "2026-02-30",
        "9999-12-31", "0001-01-01", "</filter>", "<filter>", "<value />", "x.y", ".",
    ];

    [TestMethod]
    public void Mangled_FetchXML_is_answered_or_refused()
    {
        using var world = Orders();
        var change = Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 12], OneOf(Pieces));
        Gen.Select(OneOf(Whole, Sums), change.List[1, 3]).Sample(
            (fetch, changes) =>
            {
                foreach (var (at, length, piece) in changes)
                {
                    var start = at % fetch.Length;
                    fetch = fetch[..start] + piece + fetch[Math.Min(fetch.Length, start + length)..];
                }

                Answer(world, new FetchExpression(fetch));
            },
            iter: 3000,
            threads: 1);
    }

    [TestMethod]
    public void Exchanged_attributes_are_answered_or_refused()
    {
        using var world = Orders();
        Gen.Select(OneOf(Whole, Sums), Gen.Select(Gen.Int[0, 60], OneOf(Pieces)).List[1, 3]).Sample(
            (fetch, changes) =>
            {
                var xml = System.Xml.Linq.XElement.Parse(fetch);
                var attributes = xml.DescendantsAndSelf().SelectMany(e => e.Attributes()).ToList();
                foreach (var (at, piece) in changes.Where(c => !c.Item2.Contains('\u0001', StringComparison.Ordinal)))
                {
                    attributes[at % attributes.Count].Value = piece;
                }

                Answer(world, new FetchExpression(xml.ToString()));
            },
            iter: 3000,
            threads: 1);
    }

    [TestMethod]
    public void Conditions_with_any_operator_column_and_value_are_answered_or_refused()
    {
        using var world = Orders();
        object?[] values =
        [
            null, "", "a", "1", "2026-01-01", 0, -1, int.MaxValue, long.MinValue, 1.5m, decimal.MaxValue, double.NaN, double.PositiveInfinity, true, Guid.Empty,
            DateTime.MinValue, DateTime.MaxValue, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local), new Money(decimal.MinValue), new OptionSetValue(1),
            new EntityReference("account", Guid.Empty), new OptionSetValueCollection(), new object(), new[] { 1, 2 }, Array.Empty<string>(), ConditionOperator.Equal, 'c', 1.5f,
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(14)),
        ];
        string[] columns =
        [
            "fix_name", "fix_notes", "fix_quantity", "fix_rate", "fix_amount", "fix_urgent", "fix_kind", "fix_tags", "fix_due", "fix_seenon", "fix_customerid",
            "fix_orderid", "statecode", "ownerid", "fix_customeridname", "fix_kindname", "versionnumber", "nothing",
        ];
        Gen.Select(OneOf(columns), Gen.Enum<ConditionOperator>(), Gen.Int[0, values.Length - 1].List[0, 3], Gen.Bool).Sample(
            (column, op, chosen, compares) =>
            {
                var query = new QueryExpression("fix_order") { ColumnSet = new ColumnSet("fix_name") };
                var condition = new ConditionExpression(column, op) { CompareColumns = compares };
                foreach (var index in chosen)
                {
                    condition.Values.Add(values[index]!);
                }

                query.Criteria.AddCondition(condition);
                Answer(world, query);
            },
            iter: 6000,
            threads: 1);
    }

    [TestMethod]
    public void A_query_without_the_name_of_a_column_or_table_is_refused()
    {
        using var world = Orders();
        var condition = new QueryExpression("fix_order") { ColumnSet = new ColumnSet("fix_name") };
        condition.Criteria.Conditions.Add(new ConditionExpression { Operator = ConditionOperator.Equal, Values = { 1 } });
        Assert.AreEqual(ErrorCodes.QueryBuilderNoAttribute, Answer(world, condition));
        Assert.AreEqual(ErrorCodes.QueryBuilderNoAttribute, Answer(world, new QueryExpression("fix_order") { ColumnSet = new ColumnSet((string)null!) }));
        Assert.AreEqual(ErrorCodes.QueryBuilderNoAttribute, Answer(world, new QueryByAttribute("fix_order") { Attributes = { null! }, Values = { 1 } }));
        Assert.IsNotNull(Answer(world, new QueryExpression()));
        Assert.IsNotNull(Answer(world, new QueryExpression("fix_order") { LinkEntities = { new LinkEntity() } }));
        World.Refused(ErrorCodes.QueryBuilderNoAttribute, "", () => world.Service.Retrieve("fix_order", Guid.NewGuid(), new ColumnSet((string)null!)));
    }

    [TestMethod]
    public void Filters_and_links_too_deep_or_too_many_are_refused()
    {
        using var world = Orders();
        const string condition = "<condition attribute='fix_quantity' operator='eq' value='1' />";
        string Deep(int depth, string open, string close) =>
            $"<fetch><entity name='fix_order'>{string.Concat(Enumerable.Repeat(open, depth))}{string.Concat(Enumerable.Repeat(close, depth))}</entity></fetch>";

        Assert.IsNull(Answer(world, new FetchExpression(Deep(90, "<filter>", "</filter>"))));
        Assert.AreEqual(Local.Query.QueryErrors.TooManyConditions, Answer(world, new FetchExpression(Deep(20_000, "<filter>", "</filter>"))));
        Assert.AreEqual(Local.Query.QueryErrors.TooManyConditions, Answer(world, new FetchExpression(
            $"<fetch><entity name='fix_order'><filter>{string.Concat(Enumerable.Repeat(condition, 501))}</filter></entity></fetch>")));
        Assert.IsNull(Answer(world, new FetchExpression(
            $"<fetch><entity name='fix_order'><filter type='or'>{string.Concat(Enumerable.Repeat(condition, 500))}</filter></entity></fetch>")));
        var endless = new FilterExpression();
        endless.Filters.Add(endless);
        Assert.AreEqual(Local.Query.QueryErrors.TooManyConditions, Answer(world, new QueryExpression("fix_order") { Criteria = endless }));
        var many = new QueryExpression("fix_order");
        many.Criteria.AddCondition("fix_quantity", ConditionOperator.In, [.. Enumerable.Range(0, 20_000).Cast<object>()]);
        Assert.IsNull(Answer(world, many));
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    /// <summary>The code of the fault; null where the query was answered.</summary>
    private static int? Answer(World world, QueryBase query)
    {
        try
        {
            world.Service.RetrieveMultiple(query);
            return null;
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            Assert.IsGreaterThan(10, e.Detail.Message!.Length);
            return e.Detail.ErrorCode;
        }
    }

    private static World Orders()
    {
        var world = new World();
        var account = world.Account();
        for (var i = 0; i < 12; i++)
        {
            world.Order(
                ("fix_name", $"order {i % 4}"), ("fix_quantity", i), ("fix_amount", new Money(i)), ("fix_rate", i / 3m), ("fix_due", new DateTime(2026, 1 + i, 1)),
                ("fix_customerid", i % 2 == 0 ? new EntityReference("account", account) : null));
        }

        return world;
    }
}

using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Query;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Query;

/// <summary>FetchXML and query expressions say the same.</summary>
[TestClass]
public sealed class Conversions
{
    private const string Fetch = """
        <fetch mapping="logical" count="50" page="1" distinct="true"><entity name="fix_order"><attribute name="fix_name" /><attribute name="fix_quantity" /><order attribute="fix_name" descending="true" /><filter type="or"><condition attribute="fix_quantity" operator="in"><value>1</value><value>2</value></condition><condition attribute="fix_urgent" operator="eq" value="1" /><filter type="and"><condition entityname="a" attribute="name" operator="like" value="c%" /><condition attribute="fix_seenon" operator="last-x-days" value="3" /></filter><link-entity name="fix_line" from="fix_orderid" to="fix_orderid" link-type="any" alias="l"><filter type="and"><condition attribute="fix_amount" operator="gt" value="2.5" /></filter></link-entity></filter><link-entity name="account" from="accountid" to="fix_customerid" link-type="outer" alias="a"><attribute name="name" /></link-entity></entity></fetch>
        """;

    [TestMethod]
    public void FetchXML_becomes_an_expression_with_typed_values_and_back()
    {
        using var world = new World();

        var query = ((FetchXmlToQueryExpressionResponse)world.Service.Execute(new FetchXmlToQueryExpressionRequest { FetchXml = Fetch })).Query;

        Assert.AreEqual("fix_order", query.EntityName);
        CollectionAssert.AreEqual(new[] { "fix_name", "fix_quantity" }, query.ColumnSet.Columns.ToArray());
        CollectionAssert.AreEqual(new object[] { 1, 2 }, query.Criteria.Conditions[0].Values.ToArray());
        Assert.AreEqual(true, query.Criteria.Conditions[1].Values.Single());
        Assert.AreEqual(JoinOperator.Any, query.Criteria.AnyAllFilterLinkEntity!.JoinOperator);
        Assert.AreEqual(2.5m, query.Criteria.AnyAllFilterLinkEntity.LinkCriteria.Conditions[0].Values.Single());
        Assert.AreEqual("a", query.LinkEntities.Single().EntityAlias);
        var back = ((QueryExpressionToFetchXmlResponse)world.Service.Execute(new QueryExpressionToFetchXmlRequest { Query = query })).FetchXml;
        Assert.AreEqual(Fetch.Trim(), back);
    }

    [TestMethod]
    public void Sums_and_groups_become_attribute_expressions_and_back()
    {
        using var world = new World();
        const string fetch = """<fetch mapping="logical" aggregate="true"><entity name="fix_order"><attribute name="fix_amount" alias="total" aggregate="sum" /><attribute name="fix_due" alias="month" groupby="true" dategrouping="month" usertimezone="false" /><order alias="month" /></entity></fetch>""";

        var query = ((FetchXmlToQueryExpressionResponse)world.Service.Execute(new FetchXmlToQueryExpressionRequest { FetchXml = fetch })).Query;

        Assert.AreEqual(XrmAggregateType.Sum, query.ColumnSet.AttributeExpressions[0].AggregateType);
        Assert.AreEqual(XrmDateTimeGrouping.Month, query.ColumnSet.AttributeExpressions[1].DateTimeGrouping);
        Assert.AreEqual(fetch, ((QueryExpressionToFetchXmlResponse)world.Service.Execute(new QueryExpressionToFetchXmlRequest { Query = query })).FetchXml);
    }

    [TestMethod]
    public void A_link_without_an_alias_is_still_found_by_its_table()
    {
        using var world = new World();
        var account = world.Account();
        world.Service.Create(new Entity("fix_order") { ["fix_name"] = "one", ["fix_customerid"] = new EntityReference("account", account) });
        world.Service.Create(new Entity("fix_order") { ["fix_name"] = "two", ["fix_customerid"] = new EntityReference("account", world.Account("Adatum")) });
        const string fetch = "<fetch><entity name='fix_order'><attribute name='fix_name' /><filter><condition entityname='account' attribute='name' operator='eq' value='Contoso' /></filter><link-entity name='account' from='accountid' to='fix_customerid'><attribute name='name' /></link-entity></entity></fetch>";

        var query = ((FetchXmlToQueryExpressionResponse)world.Service.Execute(new FetchXmlToQueryExpressionRequest { FetchXml = fetch })).Query;

        Assert.IsNull(query.LinkEntities.Single().EntityAlias);
        var row = world.Service.RetrieveMultiple(query).Entities.Single();
        Assert.AreEqual("one", row["fix_name"]);
        Assert.AreEqual("Contoso", row.GetAttributeValue<AliasedValue>("account1.name")?.Value);
    }

    [TestMethod]
    public void Grouping_by_the_users_dates_can_not_become_an_expression()
    {
        using var world = new World();
        string Fetch(string column) => $"<fetch aggregate='true'><entity name='fix_line'><attribute name='fix_lineid' alias='n' aggregate='count' /><link-entity name='fix_order' from='fix_orderid' to='fix_orderid'><attribute name='{column}' alias='d' groupby='true' dategrouping='day' /></link-entity></entity></fetch>";

        World.Refused(ErrorCodes.InvalidArgument, "usertimezone", () => world.Service.Execute(new FetchXmlToQueryExpressionRequest { FetchXml = Fetch("fix_seenon") }));
        world.Service.Execute(new FetchXmlToQueryExpressionRequest { FetchXml = Fetch("fix_due") });
    }

    [TestMethod]
    public void What_XML_can_not_hold_and_names_that_are_missing_are_refused()
    {
        using var world = new World();
        void Refused(int code, string text, QueryExpression query) =>
            World.Refused(code, text, () => world.Service.Execute(new QueryExpressionToFetchXmlRequest { Query = query }));

        var values = new QueryExpression("fix_order");
        values.Criteria.AddCondition("fix_name", ConditionOperator.In, "a", "\u0001");
        Refused(QueryErrors.InvalidXml, "value", values);
        Refused(QueryErrors.InvalidXml, "name", new QueryExpression("fix\u0001order"));
        Refused(QueryErrors.InvalidXml, "name", new QueryExpression("fix_order") { ColumnSet = new ColumnSet("\u0001") });
        Refused(QueryErrors.InvalidXml, "name", new QueryExpression("fix_order") { LinkEntities = { new LinkEntity("fix_order", "\u0001", "a", "b", JoinOperator.Inner) } });
        Refused(QueryErrors.AttributeNotFound, "name", new QueryExpression());
    }

    [TestMethod]
    public void What_the_other_language_can_not_say_is_refused()
    {
        using var world = new World();
        World.Refused(QueryErrors.InvalidXml, "Invalid XML", () => world.Service.Execute(new FetchXmlToQueryExpressionRequest { FetchXml = "<fetch" }));
        var masked = new QueryExpression("fix_order");
        masked.Criteria.AddCondition("fix_quantity", ConditionOperator.Mask, 1);
        World.Refused(QueryErrors.InvalidConditionOperator, "Mask", () => world.Service.Execute(new QueryExpressionToFetchXmlRequest { Query = masked }));
        World.Refused(QueryErrors.InvalidConditionOperator, "Mask", () => world.Service.RetrieveMultiple(masked));
    }

    [TestMethod]
    public void An_aggregate_over_more_than_50_000_rows_is_refused()
    {
        using var world = new World();
        for (var i = 0; i < 3; i++)
        {
            world.Service.Execute(new Microsoft.Xrm.Sdk.Messages.CreateMultipleRequest
            {
                Targets = new EntityCollection([.. Enumerable.Range(0, 17_000).Select(n => new Entity("fix_note") { ["fix_text"] = "x" })]) { EntityName = "fix_note" },
            });
        }

        var count = new FetchExpression("<fetch aggregate='true'><entity name='fix_note'><attribute name='fix_noteid' alias='n' aggregate='count' /></entity></fetch>");
        World.Refused(QueryErrors.AggregateLimitExceeded, "AggregateQueryRecordLimit exceeded", () => world.Service.RetrieveMultiple(count));
    }
}

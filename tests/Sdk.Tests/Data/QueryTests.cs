using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Sdk.Tests.Data;

[TestClass]
public sealed class QueryTests
{
    [TestMethod]
    public void A_condition_takes_no_value_one_or_many()
    {
        int[] many = [1, 2, 3];

        CollectionAssert.AreEqual(System.Array.Empty<object>(), new ConditionExpression("a", ConditionOperator.Null).Values);
        CollectionAssert.AreEqual(new object[] { 1 }, new ConditionExpression("a", ConditionOperator.Equal, 1).Values);
        CollectionAssert.AreEqual(new object[] { 1, 2 }, new ConditionExpression("a", ConditionOperator.Between, 1, 2).Values);
        CollectionAssert.AreEqual(new object[] { 1, 2, 3 }, new ConditionExpression("a", ConditionOperator.In, many).Values);
    }

    [TestMethod]
    public void A_text_is_one_value_and_not_its_characters()
    {
        var condition = new ConditionExpression("name", ConditionOperator.Equal, "Contoso");

        CollectionAssert.AreEqual(new object[] { "Contoso" }, condition.Values);
    }

    [TestMethod]
    public void Links_know_the_tables_that_they_join()
    {
        var query = new QueryExpression("opportunity");
        var link = query.AddLink("account", "customerid", "accountid", JoinOperator.LeftOuter);
        var further = link.AddLink("contact", "primarycontactid", "contactid");

        Assert.AreEqual(("opportunity", "account", JoinOperator.LeftOuter), (link.LinkFromEntityName, link.LinkToEntityName, link.JoinOperator));
        Assert.AreEqual(("account", "contact", JoinOperator.Inner), (further.LinkFromEntityName, further.LinkToEntityName, further.JoinOperator));
        Assert.AreSame(link, query.LinkEntities.Single());
    }

    [TestMethod]
    public void Operators_have_the_platforms_numbers()
    {
        Assert.AreEqual(12, (int)ConditionOperator.Null);
        Assert.AreEqual(49, (int)ConditionOperator.Contains);
        Assert.AreEqual(54, (int)ConditionOperator.BeginsWith);
        Assert.AreEqual(75, (int)ConditionOperator.Above);
        Assert.AreEqual(78, (int)ConditionOperator.AboveOrEqual);
        Assert.AreEqual(5, (int)JoinOperator.Exists);
        Assert.AreEqual(9, (int)JoinOperator.NotAll);
    }
}

using System;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Messages;

[TestClass]
public sealed class RelatingRows
{
    private static readonly Relationship Accounts = new("fix_order_accounts");
    private static readonly Relationship Notes = new("fix_Note_Order");

    [TestMethod]
    public void Associating_children_sets_their_lookup_and_parting_them_empties_it()
    {
        using var world = new World();
        var order = world.Order();
        var notes = new[] { Note(world, "a"), Note(world, "b") };

        world.Service.Associate("fix_order", order, Notes, References("fix_note", notes));
        Assert.IsTrue(notes.All(n => world.Row("fix_note", n).GetAttributeValue<EntityReference>("fix_orderid")?.Id == order));

        world.Service.Disassociate("fix_order", order, Notes, References("fix_note", notes[0]));
        Assert.IsFalse(world.Row("fix_note", notes[0]).Contains("fix_orderid"));
        Assert.IsTrue(world.Row("fix_note", notes[1]).Contains("fix_orderid"));
    }

    [TestMethod]
    public void The_child_may_name_its_parent()
    {
        using var world = new World();
        var (order, note) = (world.Order(), Note(world, "a"));

        world.Service.Associate("fix_note", note, Notes, References("fix_order", order));

        Assert.AreEqual(order, world.Row("fix_note", note).GetAttributeValue<EntityReference>("fix_orderid")!.Id);
    }

    [TestMethod]
    public void Pairs_are_seen_from_both_sides_once_each()
    {
        using var world = new World();
        var order = world.Order();
        var (contoso, fabrikam) = (world.Account("Contoso"), world.Account("Fabrikam"));

        world.Service.Associate("fix_order", order, Accounts, References("account", contoso));
        world.Service.Associate("account", fabrikam, Accounts, References("fix_order", order));

        CollectionAssert.AreEquivalent(new[] { "Contoso", "Fabrikam" }, RelatedNames(world, order));
        World.Refused(
            ErrorCodes.DuplicateRecord, "Cannot insert duplicate key",
            () => world.Service.Associate("account", contoso, Accounts, References("fix_order", order)));

        world.Service.Disassociate("account", contoso, Accounts, References("fix_order", order));
        CollectionAssert.AreEqual(new[] { "Fabrikam" }, RelatedNames(world, order));
        world.Service.Delete("account", fabrikam);
        Assert.IsEmpty(RelatedNames(world, order), "the pairs of a deleted row go with it");
    }

    [TestMethod]
    public void One_pair_that_is_there_already_refuses_all()
    {
        using var world = new World();
        var order = world.Order();
        var (contoso, fabrikam) = (world.Account("Contoso"), world.Account("Fabrikam"));
        world.Service.Associate("fix_order", order, Accounts, References("account", fabrikam));

        World.Refused(
            ErrorCodes.DuplicateRecord, "duplicate",
            () => world.Service.Associate("fix_order", order, Accounts, References("account", contoso, fabrikam)));

        CollectionAssert.AreEqual(new[] { "Fabrikam" }, RelatedNames(world, order));
    }

    [TestMethod]
    public void A_relation_of_a_table_with_itself_needs_the_role()
    {
        using var world = new World();
        var (first, second) = (world.Order(), world.Order());
        Relationship Follows(EntityRole? role) => new("fix_order_follows") { PrimaryEntityRole = role };

        World.Refused(
            ErrorCodes.InvalidArgument, "Entity role must be specified",
            () => world.Service.Associate("fix_order", first, Follows(null), References("fix_order", second)));
        world.Service.Associate("fix_order", first, Follows(EntityRole.Referencing), References("fix_order", second));

        var pair = world.All("fix_order_follow", "fix_orderidone", "fix_orderidtwo").Single();
        Assert.AreEqual((first, second), ((Guid)pair["fix_orderidone"]!, (Guid)pair["fix_orderidtwo"]!));
        world.Service.Disassociate("fix_order", second, Follows(EntityRole.Referenced), References("fix_order", first));
        Assert.IsEmpty(world.All("fix_order_follow"));
    }

    [TestMethod]
    public void Wrong_relations_tables_and_rows_are_refused()
    {
        using var world = new World();
        var order = world.Order();
        var account = world.Account();

        World.Refused(ErrorCodes.InvalidArgument, "fix_none", () => world.Service.Associate("fix_order", order, new Relationship("fix_none"), References("account", account)));
        World.Refused(ErrorCodes.InvalidArgument, "not to 'contact'", () => world.Service.Associate("fix_order", order, Accounts, References("contact", account)));
        World.Refused(ErrorCodes.InvalidArgument, "not part of", () => world.Service.Associate("account", account, Notes, References("fix_note", order)));
        World.Refused(ErrorCodes.ObjectDoesNotExist, "account", () => world.Service.Associate("fix_order", order, Accounts, References("account", Guid.NewGuid())));
    }

    [TestMethod]
    public void A_new_row_brings_its_parents_children_and_pairs()
    {
        using var world = new World();
        var fabrikam = world.Account("Fabrikam");
        var row = World.OrderRow();
        row.RelatedEntities[Notes] = Rows(
            new Entity("fix_note") { ["fix_text"] = "one" },
            new Entity("fix_note") { ["fix_text"] = "two" });
        row.RelatedEntities[new Relationship("fix_Order_Account")] = Rows(new Entity("account") { ["name"] = "Contoso" });
        row.RelatedEntities[Accounts] = Rows(new Entity("account", fabrikam), new Entity("account") { ["name"] = "Adatum" });

        var order = world.Service.Create(row);

        var stored = world.Row("fix_order", order);
        Assert.AreEqual("Contoso", stored.FormattedValues["fix_customerid"]);
        Assert.HasCount(2, world.All("fix_note", "fix_text"));
        CollectionAssert.AreEquivalent(new[] { "Fabrikam", "Adatum" }, RelatedNames(world, order));
        Assert.IsFalse(row.Contains("fix_customerid"), "what the caller sent stays as it is");
    }

    [TestMethod]
    public void When_a_related_row_is_refused_nothing_is_stored()
    {
        using var world = new World();
        var row = World.OrderRow();
        row.RelatedEntities[Notes] = Rows(new Entity("fix_note") { ["fix_text"] = "one" }, new Entity("fix_note") { ["fix_nothing"] = 1 });

        World.Refused(ErrorCodes.QueryBuilderNoAttribute, "fix_nothing", () => world.Service.Create(row));

        Assert.IsEmpty(world.All("fix_order"));
        Assert.IsEmpty(world.All("fix_note"));
    }

    [TestMethod]
    public void A_retrieved_row_brings_the_related_rows_that_are_asked_for()
    {
        using var world = new World();
        var account = world.Account("Contoso");
        var order = world.Order(("fix_customerid", new EntityReference("account", account)));
        world.Service.Associate("fix_order", order, Accounts, References("account", account));
        world.Service.Associate("fix_order", order, Notes, References("fix_note", Note(world, "b"), Note(world, "a"), Note(world, "c")));
        var notes = new QueryExpression("fix_note") { ColumnSet = new ColumnSet("fix_text"), Orders = { new OrderExpression("fix_text", OrderType.Ascending) } };
        notes.Criteria.AddCondition("fix_text", ConditionOperator.NotEqual, "c");
        var accounts = new QueryExpression("account") { ColumnSet = new ColumnSet("name") };

        var row = ((RetrieveResponse)world.Service.Execute(new RetrieveRequest
        {
            Target = new EntityReference("fix_order", order),
            ColumnSet = new ColumnSet("fix_name"),
            RelatedEntitiesQuery = new RelationshipQueryCollection { { Notes, notes }, { Accounts, accounts }, { new Relationship("fix_Order_Account"), accounts } },
        })).Entity;

        CollectionAssert.AreEqual(new[] { "a", "b" }, row.RelatedEntities[Notes].Entities.Select(n => n["fix_text"]).ToArray());
        Assert.AreEqual("Contoso", row.RelatedEntities[Accounts].Entities.Single()["name"]);
        Assert.AreEqual("Contoso", row.RelatedEntities[new Relationship("fix_Order_Account")].Entities.Single()["name"]);
    }

    private static Guid Note(World world, string text) => world.Service.Create(new Entity("fix_note") { ["fix_text"] = text });

    private static EntityReferenceCollection References(string table, params Guid[] ids) => [.. ids.Select(i => new EntityReference(table, i))];

    private static EntityCollection Rows(params Entity[] rows) => new([.. rows]);

    private static string[] RelatedNames(World world, Guid order)
    {
        var query = new QueryExpression("account") { ColumnSet = new ColumnSet("name") };
        query.AddLink("fix_order_account", "accountid", "accountid").LinkCriteria.AddCondition("fix_orderid", ConditionOperator.Equal, order);
        return [.. world.Service.RetrieveMultiple(query).Entities.Select(e => (string)e["name"]!)];
    }
}

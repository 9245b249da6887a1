using System;
using System.IO;
using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Local.Tests.Metadata;

[TestClass]
public sealed class ReadingSolutions
{
    private static readonly string AddOn = Path.Combine(AppContext.BaseDirectory, "Solution");

    [TestMethod]
    public void A_table_has_its_columns_with_types_bounds_and_choices()
    {
        var order = SolutionMetadata.Read([World.Base, World.Fixture]).Find("fix_order")!;

        Assert.AreEqual("fix_name", order.PrimaryName?.Name);
        Assert.AreEqual("fix_orderid", order.PrimaryId.Name);
        Assert.IsTrue(order.IsUserOwned);
        Assert.AreEqual(50, order["fix_name"].MaxLength);
        Assert.AreEqual("ORD-{SEQNUM:5}", order["fix_number"].AutoNumberFormat);
        Assert.AreEqual(DateBehavior.DateOnly, order["fix_due"].DateBehavior);
        CollectionAssert.AreEqual(new[] { "Small", "Large", "Huge" }, order["fix_kind"].Choice!.Options.Select(o => o.Label).ToArray());
        CollectionAssert.AreEqual(new[] { "account", "contact" }, order["fix_customerid"].Targets.ToArray());
        CollectionAssert.AreEqual(new[] { "fix_code" }, order.Keys.Single().Columns.ToArray());
    }

    [TestMethod]
    public void A_table_gets_the_columns_that_the_platform_adds()
    {
        var metadata = SolutionMetadata.Read([World.Base, World.Fixture]);

        string[] everywhere = ["createdon", "createdby", "modifiedon", "modifiedby", "versionnumber", "statecode", "statuscode"];
        foreach (var column in everywhere.Concat(["ownerid", "owningbusinessunit", "transactioncurrencyid", "exchangerate", "fix_amount_base"]))
        {
            Assert.IsTrue(metadata.Find("fix_order")!.Has(column), column);
        }

        foreach (var column in everywhere)
        {
            Assert.IsTrue(metadata.Find("fix_trace")!.Has(column), column);
        }

        Assert.IsFalse(metadata.Find("fix_trace")!.Has("ownerid"), "owned by the organization");
        Assert.AreEqual("fix_amount", metadata.Find("fix_order")!["fix_amount_base"].BaseOf);
    }

    [TestMethod]
    public void States_have_their_transitions()
    {
        var states = SolutionMetadata.Read([World.Base, World.Fixture]).Find("fix_order")!.States!;

        Assert.IsTrue(states.Allows(1, 2));
        Assert.IsFalse(states.Allows(2, 1));
        Assert.IsFalse(states.Allows(4, 1), "a status without transitions is final");
        Assert.IsTrue(states.Allows(4, 4));
        Assert.AreEqual(3, states.FindState(1)!.DefaultStatus);
    }

    [TestMethod]
    public void A_custom_api_has_its_parameters()
    {
        var api = SolutionMetadata.Read([World.Base, World.Fixture]).CustomApis["fix_Double"];

        CollectionAssert.AreEqual(
            new[] { new CustomApiParameter("fix_Number", CustomApiType.Integer, false), new CustomApiParameter("fix_Text", CustomApiType.String, true) },
            api.Requests.ToArray());
        Assert.AreEqual(CustomApiType.Integer, api.Responses.Single().Type);
    }

    [TestMethod]
    public void The_add_ons_own_solution_loads_and_extends_standard_tables()
    {
        var metadata = SolutionMetadata.Read([World.Base, AddOn]);

        Assert.IsTrue(metadata.Find("opportunity")!.Has("cov_dealnumber"));
        Assert.IsTrue(metadata.Find("opportunity")!.Has("estimatedvalue"));
        Assert.AreEqual(DeleteCascade.Restrict, metadata.Find("opportunity")!.Children.Single(r => r.ChildTable == "cov_entry").OnDelete);
        Assert.IsTrue(metadata.CustomApis.ContainsKey("cov_CloseMonth"));
    }

    [TestMethod]
    [DataRow("Type", "<Type>nvarchar</Type>", "<Type>blob</Type>", "'blob' is not a known column type")]
    [DataRow("Choice", "<OptionSetName>fix_kind</OptionSetName>", "<OptionSetName>fix_none</OptionSetName>", "there is no global choice 'fix_none'")]
    [DataRow("Key", "<AttributeName>fix_code</AttributeName>", "<AttributeName>fix_cod</AttributeName>", "names column fix_cod, which table fix_order does not have")]
    [DataRow("State", "defaultstatus=\"3\"", "defaultstatus=\"1\"", "has the default status 1, which is no status of that state")]
    [DataRow("Table", "<Type>primarykey</Type>", "<Type>uniqueidentifier</Type>", "is extended here, but no loaded solution declares it")]
    [DataRow("Name", "<LogicalName>fix_code</LogicalName>", "<LogicalName>fix code</LogicalName>", "'fix code' is not a logical name")]
    [DataRow("Number", "<MaxLength>50</MaxLength>", "<MaxLength>fifty</MaxLength>", "'fifty' is not a whole number")]
    public void What_is_wrong_is_named_with_file_and_line(string what, string right, string wrong, string message)
    {
        using var copy = new SolutionCopy();
        var line = copy.Change("Entities/fix_Order/Entity.xml", right, wrong);

        var error = Assert.ThrowsExactly<SolutionException>(() => SolutionMetadata.Read([World.Base, copy.Path]));

        StringAssert.Contains(error.Message, message, what);
        if (what != "Table" && what != "Key")
        {
            StringAssert.Contains(error.Message, $"Entity.xml:{line}: ", what);
        }
    }

    [TestMethod]
    public void A_lookup_without_a_relation_is_refused()
    {
        using var copy = new SolutionCopy();
        File.Delete(System.IO.Path.Combine(copy.Path, "Other", "Relationships", "fix_Order.xml"));

        var error = Assert.ThrowsExactly<SolutionException>(() => SolutionMetadata.Read([World.Base, copy.Path]));

        StringAssert.Contains(error.Message, "points nowhere");
    }

    [TestMethod]
    public void A_file_that_is_no_XML_is_named()
    {
        using var copy = new SolutionCopy();
        copy.Change("OptionSets/fix_kind.xml", "</optionset>", "</option>");

        var error = Assert.ThrowsExactly<SolutionException>(() => SolutionMetadata.Read([World.Base, copy.Path]));

        StringAssert.Contains(error.Message, "fix_kind.xml");
    }

    [TestMethod]
    public void The_standard_tables_are_asked_for()
    {
        using var copy = new SolutionCopy();
        var error = Assert.ThrowsExactly<SolutionException>(() => LocalDataverse.Open(new LocalDataverseOptions
        {
            DatabasePath = System.IO.Path.Combine(copy.Path, "x.db"),
            SolutionFolders = [copy.Path],
        }));

        StringAssert.Contains(error.Message, "No solution declares the standard table organization");
        Assert.IsFalse(File.Exists(System.IO.Path.Combine(copy.Path, "x.db")), "nothing was made");
    }

    [TestMethod]
    public void A_missing_folder_is_named()
    {
        var error = Assert.ThrowsExactly<SolutionException>(() => SolutionMetadata.Read(["nowhere"]));

        StringAssert.Contains(error.Message, "nowhere: there is no such solution folder");
    }
}

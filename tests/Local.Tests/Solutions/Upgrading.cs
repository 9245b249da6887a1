using System;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Solutions;

/// <summary>A managed solution over its earlier version, and gone again.</summary>
[TestClass]
public sealed class Upgrading
{
    [TestMethod]
    public void An_update_removes_nothing()
    {
        using var environment = Installed();

        environment.Import(new SmallSolution { IsManaged = true, Version = "1.1.0.0", HasView = false, Columns = [("sml_new", "int")] });

        Assert.IsTrue(environment.Has("sml_thing", "sml_new") && environment.Has("sml_thing", "sml_code"));
        Assert.AreEqual(1, environment.All("savedquery").Count(v => v.Id == SmallSolution.View));
    }

    [TestMethod]
    public void An_upgrade_removes_columns_and_views_that_the_new_version_lacks_and_keeps_rows()
    {
        using var environment = Installed();
        var thing = environment.Service.Create(new Entity("sml_thing") { ["sml_name"] = "one", ["sml_code"] = "A", ["sml_count"] = 3 });

        environment.Import(new SmallSolution { IsManaged = true, Version = "1.1.0.0", HasView = false, Columns = [("sml_count", "int")] }, "StageAndUpgrade");

        Assert.IsFalse(environment.Has("sml_thing", "sml_code"));
        Assert.AreEqual(3, environment.Row("sml_thing", thing)["sml_count"]);
        Assert.AreEqual(0, environment.All("savedquery").Count(v => v.Id == SmallSolution.View));
        environment.Reopen();
        Assert.IsFalse(environment.Has("sml_thing", "sml_code"));
        environment.Import(new SmallSolution { IsManaged = true, Version = "1.2.0.0", Columns = [("sml_count", "int"), ("sml_code", "int")] });
        Assert.IsFalse(environment.Row("sml_thing", thing).Contains("sml_code"), "the column was really gone: it comes back as another");
    }

    [TestMethod]
    public void An_upgrade_removes_a_table_with_its_rows()
    {
        using var environment = Installed();
        environment.Service.Create(new Entity("sml_thing") { ["sml_name"] = "one" });

        environment.Import(new SmallSolution { IsManaged = true, Version = "2.0.0.0", HasTable = false }, "StageAndUpgrade");

        Assert.IsFalse(environment.Has("sml_thing"));
        Assert.AreEqual(0, environment.All("systemform").Count(f => f.Id == SmallSolution.Form));
        Assert.AreEqual(1, environment.All("webresource").Count(f => f.Id == SmallSolution.Script));
        environment.Import(new SmallSolution { IsManaged = true, Version = "3.0.0.0" });
        Assert.AreEqual(0, environment.All("sml_thing").Count);
    }

    [TestMethod]
    public void A_holding_solution_waits_until_it_is_promoted()
    {
        using var environment = Installed();
        environment.Import(new SmallSolution { IsManaged = true, Version = "2.0.0.0", Columns = [("sml_new", "int")] }.Pack(), holding: true);
        Assert.AreEqual("1.0.0.0", environment.Solution("Small")!["version"]);
        Assert.AreEqual("2.0.0.0", environment.Solution("Small_Upgrade")!["version"]);
        Assert.IsTrue(environment.Has("sml_thing", "sml_code") && environment.Has("sml_thing", "sml_new"));

        var response = (DeleteAndPromoteResponse)environment.Service.Execute(new DeleteAndPromoteRequest { UniqueName = "Small" });

        Assert.AreEqual(environment.Solution("Small")!.Id, response.SolutionId);
        Assert.AreEqual("2.0.0.0", environment.Solution("Small")!["version"]);
        Assert.IsNull(environment.Solution("Small_Upgrade"));
        Assert.IsFalse(environment.Has("sml_thing", "sml_code"));
        Assert.IsTrue(environment.Has("sml_thing", "sml_new"));
    }

    [TestMethod]
    public void Nothing_staged_is_not_promoted()
    {
        using var environment = Installed();
        World.Refused(unchecked((int)0x80040217), "Small_Upgrade", () => environment.Service.Execute(new OrganizationRequest("DeleteAndPromote") { ["UniqueName"] = "Small" }));
    }

    [TestMethod]
    public void Deleting_a_managed_solution_takes_its_components_and_their_data_along()
    {
        using var environment = new TestEnvironment();
        var before = environment.Contents();
        environment.Import(new SmallSolution { IsManaged = true });
        environment.Service.Create(new Entity("sml_thing") { ["sml_name"] = "one" });

        environment.Service.Delete("solution", environment.Solution("Small")!.Id);

        CollectionAssert.AreEqual(before, environment.Contents().Where(c => !c.Contains("Small Inc.", StringComparison.Ordinal)).ToArray(), "the publisher alone stays");
        environment.Reopen();
        Assert.IsFalse(environment.Has("sml_thing"));
    }

    [TestMethod]
    public void The_add_on_is_uninstalled_and_installed_again()
    {
        using var environment = new TestEnvironment();
        var before = TestEnvironment.Definitions(environment.Dataverse).ToArray();
        var file = TestEnvironment.Packed(TestEnvironment.AddOn, managed: true);
        environment.Import(file);

        environment.Service.Delete("solution", environment.Solution("CrmAddon")!.Id);
        CollectionAssert.AreEqual(before, TestEnvironment.Definitions(environment.Dataverse).ToArray());

        environment.Import(file);
        Assert.AreEqual(true, environment.Solution("CrmAddon")!["ismanaged"]);
    }

    [TestMethod]
    public void Deleting_an_unmanaged_solution_leaves_its_components()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution());

        environment.Service.Delete("solution", environment.Solution("Small")!.Id);
        environment.Reopen();

        Assert.IsNull(environment.Solution("Small"));
        Assert.IsTrue(environment.Has("sml_thing"));
        Assert.AreEqual("Thing", environment.Row("systemform", SmallSolution.Form)["name"]);
    }

    [TestMethod]
    public void A_solution_that_another_one_rests_on_is_not_deleted()
    {
        using var environment = Installed();
        environment.Import(new SmallSolution
        {
            UniqueName = "Above",
            HasTable = false,
            Files =
            {
                ["Entities/sml_Part/Entity.xml"] = """
                    <?xml version="1.0" encoding="utf-8"?>
                    <Entity xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                      <Name LocalizedName="Part" OriginalName="Part">sml_Part</Name>
                      <EntityInfo>
                        <entity Name="sml_Part">
                          <attributes>
                            <attribute PhysicalName="sml_PartId"><Type>primarykey</Type><Name>sml_partid</Name><LogicalName>sml_partid</LogicalName></attribute>
                            <attribute PhysicalName="sml_ThingId"><Type>lookup</Type><Name>sml_thingid</Name><LogicalName>sml_thingid</LogicalName></attribute>
                          </attributes>
                          <EntitySetName>sml_parts</EntitySetName>
                          <OwnershipTypeMask>OrgOwned</OwnershipTypeMask>
                        </entity>
                      </EntityInfo>
                    </Entity>
                    """,
                ["Other/Relationships.xml"] = """<EntityRelationships><EntityRelationship Name="sml_thing_part" /></EntityRelationships>""",
                ["Other/Relationships/sml_Thing.xml"] = """
                    <EntityRelationships>
                      <EntityRelationship Name="sml_thing_part">
                        <EntityRelationshipType>OneToMany</EntityRelationshipType>
                        <ReferencingEntityName>sml_Part</ReferencingEntityName>
                        <ReferencedEntityName>sml_Thing</ReferencedEntityName>
                        <CascadeDelete>RemoveLink</CascadeDelete>
                        <ReferencingAttributeName>sml_ThingId</ReferencingAttributeName>
                      </EntityRelationship>
                    </EntityRelationships>
                    """,
            },
        }.PackWith(m => m.Replace("<RootComponents>", "<RootComponents><RootComponent type=\"1\" schemaName=\"sml_part\" behavior=\"0\" />", StringComparison.Ordinal)));

        World.Refused(unchecked((int)0x8004F01F), "because of dependencies", () => environment.Service.Delete("solution", environment.Solution("Small")!.Id));

        Assert.IsTrue(environment.Has("sml_thing") && environment.Has("sml_part"));
        Assert.IsNotNull(environment.Solution("Small"));
    }

    private static TestEnvironment Installed()
    {
        var environment = new TestEnvironment();
        environment.Import(new SmallSolution { IsManaged = true });
        return environment;
    }
}

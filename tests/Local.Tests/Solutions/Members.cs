using System;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Solutions;

/// <summary>Which components belong to which solution.</summary>
[TestClass]
public sealed class Members
{
    [TestMethod]
    public void A_row_that_names_a_solution_belongs_to_it_and_to_nobody_when_it_is_gone()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution());
        var create = new OrganizationRequest("Create")
        {
            ["Target"] = new Entity("systemform") { ["name"] = "Further", ["objecttypecode"] = "sml_thing", ["type"] = new OptionSetValue(2), ["formxml"] = "<form />" },
            ["SolutionUniqueName"] = "Small",
        };

        var form = (Guid)environment.Service.Execute(create)["id"]!;

        Assert.AreEqual(1, Of(environment, form));
        Assert.AreEqual(false, environment.Row("systemform", form)["ismanaged"]);
        environment.Service.Delete("systemform", form);
        Assert.AreEqual(0, Of(environment, form));
    }

    [TestMethod]
    public void Components_keep_the_number_of_their_kind_when_further_tables_come()
    {
        using var environment = new TestEnvironment();
        var before = environment.Kind("customapi");

        environment.Import(new SmallSolution
        {
            Files =
            {
                ["Entities/aml_First/Entity.xml"] = """
                    <Entity>
                      <Name>aml_First</Name>
                      <EntityInfo>
                        <entity Name="aml_First">
                          <attributes>
                            <attribute PhysicalName="aml_FirstId"><Type>primarykey</Type><Name>aml_firstid</Name><LogicalName>aml_firstid</LogicalName></attribute>
                            <attribute PhysicalName="aml_Name"><Type>nvarchar</Type><Name>aml_name</Name><LogicalName>aml_name</LogicalName><DisplayMask>PrimaryName</DisplayMask></attribute>
                          </attributes>
                          <EntitySetName>aml_firsts</EntitySetName>
                          <OwnershipTypeMask>UserOwned</OwnershipTypeMask>
                        </entity>
                      </EntityInfo>
                    </Entity>
                    """,
            },
        });

        Assert.IsTrue(environment.Has("aml_first"));
        Assert.AreEqual(before, environment.Kind("customapi"));
    }

    [TestMethod]
    public void A_component_is_added_once_and_removed()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution());
        var first = Add(environment);

        Assert.AreEqual(first, Add(environment));
        Assert.AreEqual(1, Of(environment, SmallSolution.View));
        environment.Service.Execute(new RemoveSolutionComponentRequest { ComponentId = SmallSolution.View, ComponentType = 26, SolutionUniqueName = "Small" });
        Assert.AreEqual(0, Of(environment, SmallSolution.View));
    }

    [TestMethod]
    public void An_import_keeps_members_that_were_added()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution());
        Add(environment);

        environment.Import(new SmallSolution { Version = "1.0.1.0" });

        Assert.AreEqual(1, Of(environment, SmallSolution.View));
    }

    [TestMethod]
    public void Managed_solutions_and_unknown_ones_take_no_members()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution { IsManaged = true });
        World.Refused(unchecked((int)0x80040203), "is managed", () => Add(environment));
        World.Refused(unchecked((int)0x80040217), "Nowhere", () => environment.Service.Execute(
            new OrganizationRequest("AddSolutionComponent") { ["ComponentId"] = SmallSolution.View, ["ComponentType"] = 26, ["SolutionUniqueName"] = "Nowhere" }));
    }

    [TestMethod]
    public void XML_of_a_component_is_well_formed()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution());
        World.Refused(unchecked((int)0x80040203), "formxml", () => environment.Service.Update(new Entity("systemform", SmallSolution.Form) { ["formxml"] = "<form><tabs></form>" }));
    }

    [TestMethod]
    public void Publishing_checks_what_it_is_given()
    {
        using var environment = new TestEnvironment();
        environment.Service.Execute(new OrganizationRequest("PublishAllXml"));
        Publish("<importexportxml><entities><entity>opportunity</entity></entities></importexportxml>");
        World.Refused(unchecked((int)0x80040203), "not well-formed", () => Publish("<importexportxml>"));
        World.Refused(unchecked((int)0x80040203), "<importexportxml>", () => Publish("<entities />"));
        World.Refused(unchecked((int)0x80041102), "sml_thing", () => Publish("<importexportxml><entities><entity>sml_thing</entity></entities></importexportxml>"));

        void Publish(string xml) => environment.Service.Execute(new OrganizationRequest("PublishXml") { ["ParameterXml"] = xml });
    }

    private static int Of(TestEnvironment environment, Guid component) => environment.All("solutioncomponent").Count(c => c.GetAttributeValue<Guid>("objectid") == component);

    private static Guid Add(TestEnvironment environment) => ((AddSolutionComponentResponse)environment.Service.Execute(
        new AddSolutionComponentRequest { ComponentId = SmallSolution.View, ComponentType = 26, SolutionUniqueName = "Small" })).id;
}

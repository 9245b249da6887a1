using System;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Tests.Messages;

/// <summary>What is not of its column's type, or null where something must be, is refused with a sentence wherever the row is read first.</summary>
[TestClass]
public sealed class WrongTypes
{
    [TestMethod]
    public void Values_of_another_type_are_refused_when_a_row_is_created_or_updated()
    {
        using var world = new World();
        Check("contact", "firstname", 5, "String");
        Check("account", "ownerid", Guid.NewGuid(), "EntityReference");
        Check("account", "transactioncurrencyid", Guid.NewGuid(), "EntityReference");
        Check("account", "overriddencreatedon", "x", "DateTime");
        Check("opportunity", "statecode", 1, "OptionSetValue");
        Check("opportunity", "estimatedvalue", 5m, "Money");
        Check("opportunity", "transactioncurrencyid", "USD", "EntityReference");
        Check("fix_order", "fix_number", 7, "String");
        Check("businessunit", "parentbusinessunitid", Guid.NewGuid(), "EntityReference");

        void Check(string table, string column, object value, string expected)
        {
            var known = world.All(table).FirstOrDefault()?.Id ?? world.Service.Create(Named(new Entity(table)));
            World.Refused(ErrorCodes.InvalidArgument, $"'{table}.{column}': {expected} is expected", () => world.Service.Create(Named(new Entity(table) { [column] = value })));
            World.Refused(ErrorCodes.InvalidArgument, $"'{table}.{column}': {expected} is expected", () => world.Service.Update(new Entity(table, known) { [column] = value }));
        }

        static Entity Named(Entity row)
        {
            var name = row.LogicalName switch { "contact" => "lastname", "fix_order" => "fix_name", _ => "name" };
            row[name] = "x";
            return row;
        }
    }

    [TestMethod]
    public void So_they_are_for_a_caller_whose_rights_are_checked()
    {
        using var world = new World();
        var ada = world.Service.Create(new Entity("systemuser")
        {
            ["lastname"] = "Ada",
            ["businessunitid"] = new EntityReference("businessunit", world.Dataverse.RootBusinessUnitId),
        });
        var role = world.All("role", "name").First(r => r.GetAttributeValue<string>("name") == "Salesperson").Id;
        world.Service.Associate("systemuser", ada, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
        var service = world.Dataverse.CreateService(ada);

        World.Refused(ErrorCodes.InvalidArgument, "EntityReference is expected", () => service.Create(new Entity("account") { ["ownerid"] = ada }));
    }

    [TestMethod]
    public void So_they_are_when_a_step_put_them_there()
    {
        using var world = new World(plugins: true);

        World.Refused(ErrorCodes.InvalidArgument, "'fix_order.fix_number': String is expected", () => world.Order(("fix_notes", "wrong type")));
    }

    [TestMethod]
    public void A_closing_row_and_a_change_of_a_system_job_are_looked_at_too()
    {
        using var world = new World(plugins: true);
        var deal = world.Service.Create(new Entity("opportunity") { ["name"] = "deal" });
        void Win(string column, object value) => world.Service.Execute(new WinOpportunityRequest
        {
            OpportunityClose = new Entity("opportunityclose") { ["opportunityid"] = new EntityReference("opportunity", deal), [column] = value },
        });
        world.Order(("fix_notes", "later"));
        var job = world.All("asyncoperation")[0].Id;

        World.Refused(ErrorCodes.InvalidArgument, "EntityReference is expected", () => Win("opportunityid", deal));
        World.Refused(ErrorCodes.InvalidArgument, "Money is expected", () => Win("actualrevenue", 5m));
        World.Refused(ErrorCodes.InvalidArgument, "DateTime is expected", () => Win("actualend", "today"));
        World.Refused(ErrorCodes.InvalidArgument, "must be a row of 'opportunityclose'", () => world.Service.Execute(
            new WinOpportunityRequest { OpportunityClose = new Entity("account") { ["opportunityid"] = 5 } }));
        World.Refused(ErrorCodes.InvalidArgument, "OptionSetValue is expected", () => world.Service.Update(new Entity("asyncoperation", job) { ["statecode"] = 3 }));
        World.Refused(ErrorCodes.InvalidArgument, "DateTime is expected", () => world.Service.Update(new Entity("asyncoperation", job) { ["postponeuntil"] = "x" }));
    }

    [TestMethod]
    public void Nulls_are_refused_with_a_sentence()
    {
        using var world = new World();
        var order = world.Order();

        World.Refused(ErrorCodes.InvalidArgument, "one of the rows in Targets is null", () => world.Service.Execute(
            new CreateMultipleRequest { Targets = new EntityCollection([null!, World.OrderRow()]) { EntityName = "fix_order" } }));
        World.Refused(ErrorCodes.InvalidArgument, "one of the rows in Targets is null", () => world.Service.Execute(
            new UpsertMultipleRequest { Targets = new EntityCollection([World.OrderRow(), null!]) { EntityName = "fix_order" } }));
        World.Refused(ErrorCodes.InvalidArgument, "one of the references is null", () => world.Service.Associate(
            "fix_order", order, new Relationship("fix_order_accounts"), new EntityReferenceCollection { null! }));
        World.Refused(ErrorCodes.InvalidArgument, "'ColumnSet' is missing", () => world.Service.Retrieve("fix_order", order, null!));
    }
}

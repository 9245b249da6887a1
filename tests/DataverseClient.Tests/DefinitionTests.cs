using System.Linq;
using System.ServiceModel;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmAddon.DataverseClient.Tests;

/// <summary>Definitions of tables, columns and choices, as the SDK's objects.</summary>
[TestClass]
public sealed class DefinitionTests
{
    [TestMethod]
    public async Task A_table_comes_with_its_columns_options_and_relations()
    {
        await using var environment = await LocalEnvironment.StartAsync();
        using var client = environment.Connect();
        var table = ((RetrieveEntityResponse)client.Execute(new RetrieveEntityRequest { LogicalName = "fix_order", EntityFilters = EntityFilters.All })).EntityMetadata;
        Assert.AreEqual(("fix_order", "fix_orderid", "fix_name"), (table.LogicalName, table.PrimaryIdAttribute, table.PrimaryNameAttribute));
        Assert.AreEqual(AttributeTypeCode.Money, table.Attributes.Single(column => column.LogicalName == "fix_amount").AttributeType);
        var kind = (PicklistAttributeMetadata)table.Attributes.Single(column => column.LogicalName == "fix_kind");
        CollectionAssert.AreEqual(new int?[] { 770000000, 770000001, 770000002 }, kind.OptionSet!.Options.Select(option => option.Value).ToArray());
        Assert.IsTrue(table.ManyToOneRelationships.Any(relation => relation.ReferencedEntity == "account" && relation.ReferencingAttribute == "fix_customerid"));
        Assert.IsTrue(table.ManyToManyRelationships.Any(relation => relation.SchemaName == "fix_order_accounts"));
    }

    [TestMethod]
    public async Task A_column_a_choice_and_all_tables_are_read()
    {
        await using var environment = await LocalEnvironment.StartAsync();
        using var client = environment.Connect();
        var state = (StateAttributeMetadata)((RetrieveAttributeResponse)client.Execute(
            new RetrieveAttributeRequest { EntityLogicalName = "fix_order", LogicalName = "statecode" })).AttributeMetadata;
        Assert.AreEqual("Open", state.OptionSet!.Options[0].Label!.UserLocalizedLabel!.Label);
        var choice = (OptionSetMetadata)((RetrieveOptionSetResponse)client.Execute(new RetrieveOptionSetRequest { Name = "fix_kind" })).OptionSetMetadata;
        Assert.AreEqual(3, choice.Options.Count);
        var tables = ((RetrieveAllEntitiesResponse)client.Execute(new RetrieveAllEntitiesRequest { EntityFilters = EntityFilters.Entity })).EntityMetadata;
        Assert.IsTrue(tables.Any(table => table.LogicalName == "account" && table.EntitySetName == "accounts"));
        Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => client.Execute(new RetrieveEntityRequest { LogicalName = "fix_nothing" }));
    }
}

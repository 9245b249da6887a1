using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;

namespace CrmAddon.Local.Tests.Metadata;

/// <summary>The messages about tables, columns, relations and choices, as a client of the SDK sends them.</summary>
[TestClass]
public sealed class AskingForDefinitions
{
    private static World s_world = null!;

    [ClassInitialize]
    public static void Open(TestContext _) => s_world = new World();

    [ClassCleanup]
    public static void Close() => s_world.Dispose();

    [TestMethod]
    public void A_table_comes_with_the_parts_that_were_asked_for()
    {
        var bare = Table("fix_order", EntityFilters.Entity);
        var whole = Table("fix_order", EntityFilters.All);

        Assert.AreEqual("fix_orderid", bare.PrimaryIdAttribute);
        Assert.AreEqual("fix_name", bare.PrimaryNameAttribute);
        Assert.AreEqual("fix_Order", bare.SchemaName);
        Assert.AreEqual(OwnershipTypes.UserOwned, bare.OwnershipType);
        Assert.IsTrue(bare.IsCustomEntity);
        Assert.IsGreaterThanOrEqualTo(10_000, bare.ObjectTypeCode!.Value);
        Assert.IsNull(bare.Attributes);
        Assert.IsNull(bare.OneToManyRelationships);
        Assert.IsTrue(whole.Attributes.Any(a => a.LogicalName == "createdon"));
        CollectionAssert.AreEqual(new[] { "fix_code" }, whole.Keys.Single().KeyAttributes);
        Assert.IsTrue(whole.ManyToOneRelationships.Any(r => r.ReferencingAttribute == "fix_customerid" && r.ReferencedEntity == "account"));
        Assert.AreEqual("fix_order_account", whole.ManyToManyRelationships.Single(r => r.SchemaName == "fix_order_accounts").IntersectEntityName);
        CollectionAssert.Contains(whole.Privileges.Select(p => p.Name).ToArray(), "prvReadfix_Order");
    }

    [TestMethod]
    public void A_standard_table_has_the_platforms_number()
    {
        Assert.AreEqual(1, Table("account", EntityFilters.Entity).ObjectTypeCode);
        Assert.AreEqual(4202, Table("email", EntityFilters.Entity).ObjectTypeCode);
        Assert.IsTrue(Table("email", EntityFilters.Entity).IsActivity);
        Assert.AreEqual(OwnershipTypes.BusinessOwned, Table("systemuser", EntityFilters.Entity).OwnershipType);
    }

    [TestMethod]
    public void A_table_is_found_by_the_id_of_its_definition()
    {
        var id = Table("account", EntityFilters.Entity).MetadataId;

        var found = (RetrieveEntityResponse)s_world.Service.Execute(new RetrieveEntityRequest { MetadataId = id!.Value });

        Assert.AreEqual("account", found.EntityMetadata.LogicalName);
    }

    [TestMethod]
    public void All_tables_come_by_name()
    {
        var all = ((RetrieveAllEntitiesResponse)s_world.Service.Execute(new RetrieveAllEntitiesRequest { EntityFilters = EntityFilters.All })).EntityMetadata;

        CollectionAssert.IsSubsetOf(new[] { "account", "fix_order", "systemuserroles", "task" }, all.Select(t => t.LogicalName).ToArray());
        Assert.IsTrue(all.Single(t => t.LogicalName == "systemuserroles").IsIntersect);
    }

    [TestMethod]
    public void A_columns_definition_says_what_it_takes()
    {
        var name = Column<StringAttributeMetadata>("account", "name");
        Assert.AreEqual(160, name.MaxLength);
        Assert.AreEqual(AttributeRequiredLevel.ApplicationRequired, name.RequiredLevel.Value);
        Assert.IsTrue(name.IsPrimaryName);
        Assert.AreEqual(StringFormat.Email, Column<StringAttributeMetadata>("account", "emailaddress1").Format);
        Assert.AreEqual(2000, Column<MemoAttributeMetadata>("account", "description").MaxLength);
        Assert.AreEqual(0, Column<IntegerAttributeMetadata>("account", "numberofemployees").MinValue);
        Assert.AreEqual(2, Column<MoneyAttributeMetadata>("account", "revenue").PrecisionSource);
        Assert.AreEqual("revenue", Column<MoneyAttributeMetadata>("account", "revenue_base").CalculationOf);
        Assert.AreEqual(DateTimeFormat.DateOnly, Column<DateTimeAttributeMetadata>("fix_order", "fix_due").Format);
        Assert.AreEqual(DateTimeBehavior.DateOnly, Column<DateTimeAttributeMetadata>("fix_order", "fix_due").DateTimeBehavior);
        Assert.AreEqual("ORD-{SEQNUM:5}", Column<StringAttributeMetadata>("fix_order", "fix_number").AutoNumberFormat);
        Assert.AreEqual(AttributeTypeCode.Customer, Column<LookupAttributeMetadata>("fix_order", "fix_customerid").AttributeType);
        CollectionAssert.AreEqual(new[] { "account", "contact" }, Column<LookupAttributeMetadata>("fix_order", "fix_customerid").Targets);
        Assert.AreEqual(AttributeTypeCode.Owner, Column<LookupAttributeMetadata>("fix_order", "ownerid").AttributeType);
        Assert.AreEqual("No", Column<BooleanAttributeMetadata>("account", "creditonhold").OptionSet.FalseOption.Label.UserLocalizedLabel!.Label);
        Assert.AreEqual(AttributeTypeDisplayName.MultiSelectPicklistType, Column<MultiSelectPicklistAttributeMetadata>("fix_order", "fix_tags").AttributeTypeName);
        Assert.AreEqual(AttributeTypeDisplayName.ImageType, Column<ImageAttributeMetadata>("account", "entityimage").AttributeTypeName);
        Assert.AreEqual(AttributeTypeCode.PartyList, Column<LookupAttributeMetadata>("email", "to").AttributeType);
        Assert.IsFalse(Column<AttributeMetadata>("account", "createdon").IsValidForUpdate);
    }

    [TestMethod]
    public void Options_and_states_come_with_their_numbers_and_names()
    {
        var kind = Column<PicklistAttributeMetadata>("fix_order", "fix_kind").OptionSet!;
        Assert.IsTrue(kind.IsGlobal);
        CollectionAssert.AreEqual(new[] { "Small", "Large", "Huge" }, kind.Options.Select(o => o.Label.UserLocalizedLabel!.Label).ToArray());
        var states = Column<StateAttributeMetadata>("fix_order", "statecode").OptionSet!.Options.Cast<StateOptionMetadata>().ToArray();
        Assert.AreEqual(3, states[1].DefaultStatus);
        Assert.AreEqual("Closed", states[1].InvariantName);
        var reasons = Column<StatusAttributeMetadata>("fix_order", "statuscode").OptionSet!.Options.Cast<StatusOptionMetadata>().ToArray();
        CollectionAssert.AreEqual(new int?[] { 0, 0, 1, 1 }, reasons.Select(r => r.State).ToArray());
        StringAssert.Contains(reasons[0].TransitionData, "tostatusid=\"2\"");
    }

    [TestMethod]
    public void Relations_are_found_by_their_schema_names_whatever_the_case()
    {
        var one = (OneToManyRelationshipMetadata)Relation("ACCOUNT_PARENT_ACCOUNT");
        Assert.AreEqual("parentaccountid", one.ReferencingAttribute);
        Assert.AreEqual("accountid", one.ReferencedAttribute);
        var many = (ManyToManyRelationshipMetadata)Relation("fix_order_follows");
        Assert.AreEqual("fix_orderidone", many.Entity1IntersectAttribute);
        Assert.AreEqual("fix_orderidtwo", many.Entity2IntersectAttribute);
        Assert.AreEqual(RelationshipType.ManyToManyRelationship, many.RelationshipType);
    }

    [TestMethod]
    public void Global_choices_are_found_by_name_and_all_together()
    {
        var one = (RetrieveOptionSetResponse)s_world.Service.Execute(new RetrieveOptionSetRequest { Name = "fix_kind" });
        var all = (RetrieveAllOptionSetsResponse)s_world.Service.Execute(new RetrieveAllOptionSetsRequest());

        Assert.HasCount(3, ((OptionSetMetadata)one.OptionSetMetadata).Options);
        CollectionAssert.Contains(all.OptionSetMetadata.Select(o => o.Name).ToArray(), "fix_kind");
    }

    [TestMethod]
    public void A_question_narrows_tables_and_columns()
    {
        var query = new EntityQueryExpression
        {
            Criteria = new MetadataFilterExpression { Conditions = { new("LogicalName", MetadataConditionOperator.In, new[] { "account", "fix_order" }) } },
            Properties = new MetadataPropertiesExpression("Attributes"),
            AttributeQuery = new AttributeQueryExpression
            {
                Criteria = new MetadataFilterExpression { Conditions = { new("AttributeType", MetadataConditionOperator.Equals, AttributeTypeCode.Money), new("IsBaseCurrency", MetadataConditionOperator.Equals, false) } },
            },
        };

        var answer = (RetrieveMetadataChangesResponse)s_world.Service.Execute(new RetrieveMetadataChangesRequest { Query = query });

        CollectionAssert.AreEqual(new[] { "account", "fix_order" }, answer.EntityMetadata.Select(t => t.LogicalName).ToArray());
        CollectionAssert.Contains(answer.EntityMetadata[0].Attributes.Select(a => a.LogicalName).ToArray(), "revenue");
        Assert.IsTrue(answer.EntityMetadata.SelectMany(t => t.Attributes).All(a => a is MoneyAttributeMetadata { IsBaseCurrency: false }));
        var again = (RetrieveMetadataChangesResponse)s_world.Service.Execute(new RetrieveMetadataChangesRequest { Query = query, ClientVersionStamp = answer.ServerVersionStamp });
        Assert.IsEmpty(again.EntityMetadata, "nothing has changed since");
    }

    [TestMethod]
    public void The_environment_says_what_it_is()
    {
        var current = (RetrieveCurrentOrganizationResponse)s_world.Service.Execute(new RetrieveCurrentOrganizationRequest());

        Assert.AreEqual(s_world.Dataverse.OrganizationId, current.Detail.OrganizationId);
        Assert.AreEqual("9.2.0.0", ((RetrieveVersionResponse)s_world.Service.Execute(new RetrieveVersionRequest())).Version);
        CollectionAssert.AreEqual(new[] { 1033 }, ((RetrieveProvisionedLanguagesResponse)s_world.Service.Execute(new RetrieveProvisionedLanguagesRequest())).RetrieveProvisionedLanguages);
    }

    [TestMethod]
    public void What_does_not_exist_is_named()
    {
        const int Missing = unchecked((int)0x80040217);
        World.Refused(unchecked((int)0x80041102), "nothing", () => Table("nothing", EntityFilters.Entity));
        World.Refused(Missing, "nothing for entity account", () => Column<AttributeMetadata>("account", "nothing"));
        World.Refused(Missing, "nothing", () => Relation("nothing"));
        World.Refused(Missing, "nothing", () => s_world.Service.Execute(new RetrieveOptionSetRequest { Name = "nothing" }));
        World.Refused(Missing, "nothing", () => s_world.Service.Execute(new RetrieveEntityKeyRequest { EntityLogicalName = "account", LogicalName = "nothing" }));
    }

    private static EntityMetadata Table(string name, EntityFilters parts) =>
        ((RetrieveEntityResponse)s_world.Service.Execute(new RetrieveEntityRequest { LogicalName = name, EntityFilters = parts })).EntityMetadata;

    private static T Column<T>(string table, string name)
        where T : AttributeMetadata
    {
        var column = ((RetrieveAttributeResponse)s_world.Service.Execute(new RetrieveAttributeRequest { EntityLogicalName = table, LogicalName = name })).AttributeMetadata;
        return column as T ?? throw new AssertFailedException($"{table}.{name} is a {column.GetType().Name}.");
    }

    private static RelationshipMetadataBase Relation(string name) =>
        ((RetrieveRelationshipResponse)s_world.Service.Execute(new RetrieveRelationshipRequest { Name = name })).RelationshipMetadata;
}

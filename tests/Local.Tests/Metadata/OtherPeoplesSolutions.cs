using System;
using System.IO;
using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Metadata;

/// <summary>What exports of other people carry: each case restates something that occurs in public solutions.</summary>
[TestClass]
public sealed class OtherPeoplesSolutions
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crmaddon-other-").FullName;

    [TestCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Every_column_type_that_exports_know_is_read()
    {
        Table("new_Thing", """
            <attribute PhysicalName="new_T"><Type>nvarchar</Type><Format>url</Format><MaxLength>200</MaxLength></attribute>
            <attribute PhysicalName="new_M"><Type>ntext</Type><MaxLength>5000</MaxLength></attribute>
            <attribute PhysicalName="new_I"><Type>int</Type><Format>duration</Format><MinValue>0</MinValue><MaxValue>2147483647</MaxValue></attribute>
            <attribute PhysicalName="new_B"><Type>bigint</Type></attribute>
            <attribute PhysicalName="new_D"><Type>decimal</Type><Accuracy>4</Accuracy></attribute>
            <attribute PhysicalName="new_F"><Type>float</Type></attribute>
            <attribute PhysicalName="new_A"><Type>money</Type></attribute>
            <attribute PhysicalName="new_Y"><Type>bit</Type><AppDefaultValue>1</AppDefaultValue><optionset Name="new_thing_new_y"><options><option value="1"><labels><label description="On" languagecode="1033" /></labels></option><option value="0"><labels><label description="Off" languagecode="1033" /></labels></option></options></optionset></attribute>
            <attribute PhysicalName="new_Z"><Type>datetime</Type><Format>date</Format><Behavior>3</Behavior></attribute>
            <attribute PhysicalName="new_P"><Type>picklist</Type><AppDefaultValue>-1</AppDefaultValue><optionset Name="new_thing_new_p"><options><option value="1" Color="#0000ff" IsHidden="0"><labels><label description="Eins" languagecode="1031" /><label description="One" languagecode="1033" /></labels></option></options></optionset></attribute>
            <attribute PhysicalName="new_S"><Type>multiselectpicklist</Type><OptionSetName>new_global</OptionSetName></attribute>
            <attribute PhysicalName="new_G"><Type>uniqueidentifier</Type></attribute>
            <attribute PhysicalName="new_Doc"><Type>file</Type><MaxValue>32768</MaxValue></attribute>
            <attribute PhysicalName="new_Pic"><Type>image</Type></attribute>
            <attribute PhysicalName="new_To"><Type>partylist</Type></attribute>
            <attribute PhysicalName="new_V"><Type>virtual</Type></attribute>
            <attribute PhysicalName="new_Mp"><Type>managedproperty</Type></attribute>
            """);
        File("OptionSets/new_global.xml", """<optionset Name="new_global" localizedName="G"><OptionSetType>picklist</OptionSetType><IsGlobal>1</IsGlobal><options><option value="5"><labels><label description="Five" languagecode="1033" /></labels></option></options></optionset>""");

        var thing = Read().Find("new_thing")!;

        Assert.AreEqual("url", thing["new_t"].Format);
        Assert.AreEqual(DateBehavior.TimeZoneIndependent, thing["new_z"].DateBehavior);
        Assert.AreEqual("On", thing["new_y"].Choice!.LabelOf(1));
        Assert.AreEqual("One", thing["new_p"].Choice!.LabelOf(1), "English first");
        Assert.AreEqual("Eins", thing["new_p"].Choice!.Options[0].Labels!.All[0].Text);
        Assert.IsTrue(thing["new_s"].Choice!.Contains(5));
        Assert.AreEqual(32768, thing["new_doc"].MaxSizeInKb);
        Assert.AreEqual("new_pic", thing.PrimaryImage!.Name);
        Assert.AreEqual("new_a", thing["new_a_base"].BaseOf);
        CollectionAssert.AreEqual(new[] { "new_to", "new_v", "new_mp" }, thing.Unstored.Select(c => c.Name).ToArray());
    }

    [TestMethod]
    public void A_calculated_column_is_there_empty_and_said()
    {
        Table("new_Thing", """<attribute PhysicalName="new_C"><Type>decimal</Type><SourceType>1</SourceType><FormulaDefinitionFileName>/Formulas/new_thing-new_c.xaml</FormulaDefinitionFileName></attribute>""");

        var metadata = Read();

        Assert.IsTrue(metadata.Find("new_thing")!["new_c"].IsPlatformOwned);
        StringAssert.Contains(metadata.Remarks.Single().ToString(), "Entity.xml:");
        StringAssert.Contains(metadata.Remarks.Single().Text, "new_c is calculated");
    }

    [TestMethod]
    public void A_table_that_is_only_named_for_its_ribbon_or_forms_changes_nothing()
    {
        File("Entities/Contact/Entity.xml", """<Entity><Name LocalizedName="Individual" OriginalName="">Contact</Name><RibbonDiffXml /></Entity>""");
        File("Entities/Lead/Entity.xml", """<Entity><Name>Lead</Name><EntityInfo><entity Name="Lead" unmodified="1"><attributes /></entity></EntityInfo></Entity>""");

        Assert.AreEqual("Contact", Read().Find("contact")!.DisplayName);
    }

    [TestMethod]
    public void A_column_that_an_export_carries_unmodified_stays_as_it_was()
    {
        Extend("Account", """
            <attribute PhysicalName="Name" unmodified="1"><Type>nvarchar</Type><MaxLength>7</MaxLength></attribute>
            <attribute PhysicalName="Fancy" unmodified="1"><Type>picklist</Type><OptionSetName>somewhere_else</OptionSetName></attribute>
            """);

        var metadata = Read();

        Assert.AreEqual(160, metadata.Find("account")!["name"].MaxLength);
        Assert.IsTrue(metadata.Find("account")!.Has("fancy"));
        StringAssert.Contains(metadata.Remarks.Single().Text, "takes any number");
    }

    [TestMethod]
    public void The_layer_on_top_changes_a_standard_column_and_its_reasons()
    {
        Extend("Account", """
            <attribute PhysicalName="Name"><Type>nvarchar</Type><MaxLength>200</MaxLength><IsSecured>1</IsSecured><DisplayMask>PrimaryName</DisplayMask></attribute>
            <attribute PhysicalName="IndustryCode"><Type>picklist</Type><optionset Name="account_industrycode"><options><option value="900"><labels><label description="Space" languagecode="1033" /></labels></option></options></optionset></attribute>
            <attribute PhysicalName="StatusCode"><Type>status</Type><optionset Name="account_statuscode"><statuses><status value="1" state="0"><labels><label description="Fine" languagecode="1033" /></labels></status><status value="2" state="1"><labels><label description="Gone" languagecode="1033" /></labels></status></statuses></optionset></attribute>
            """);

        var account = Read().Find("account")!;

        Assert.AreEqual(200, account["name"].MaxLength);
        Assert.IsTrue(account["name"].IsSecured);
        Assert.AreEqual("name", account.PrimaryName!.Name);
        Assert.IsFalse(account["industrycode"].Choice!.Contains(1));
        Assert.AreEqual("Fine", account.States!.FindStatus(1)!.Label);
        Assert.HasCount(2, account.States.States);
    }

    [TestMethod]
    public void Relations_of_all_kinds_tie_tables()
    {
        Table("new_Parent", """<attribute PhysicalName="new_UpId"><Type>lookup</Type></attribute>""");
        Table("new_Child", """
            <attribute PhysicalName="new_AnyId"><Type>lookup</Type></attribute>
            <attribute PhysicalName="new_Doc"><Type>file</Type></attribute>
            """);
        File("Other/Relationships/new_Parent.xml", Relations(
            OneToMany("new_up", "new_Parent", "new_Parent", "new_UpId", "<IsHierarchical>1</IsHierarchical><CascadeDelete>Restrict</CascadeDelete><CascadeAssign>UserOwned</CascadeAssign>"),
            OneToMany("new_any_parent", "new_Child", "new_Parent", "new_AnyId", "<EntityRelationshipRoles><EntityRelationshipRole><NavigationPropertyName>new_AnyId_new_parent</NavigationPropertyName><RelationshipRoleType>1</RelationshipRoleType></EntityRelationshipRole></EntityRelationshipRoles>"),
            OneToMany("new_any_account", "new_Child", "Account", "new_AnyId"),
            OneToMany("FileAttachment_new_Child_new_Doc", "new_Child", "FileAttachment", "new_Doc"),
            OneToMany("owner_new_parent", "new_Parent", "Owner", "OwnerId"),
            ManyToMany("new_pair", "new_Parent", "Contact", "new_parent_contact"),
            ManyToMany("new_self", "new_Parent", "new_Parent", "new_parent_parent")));

        var metadata = Read();
        var parent = metadata.Find("new_parent")!;

        Assert.AreEqual("new_up", parent.Hierarchy!.Name);
        Assert.AreEqual(Cascade.UserOwned, parent.Hierarchy.OnAssign);
        CollectionAssert.AreEquivalent(new[] { "new_parent", "account" }, metadata.Find("new_child")!["new_anyid"].Targets.ToArray());
        Assert.AreEqual("new_AnyId_new_parent", ((RelationMetadata)metadata.FindRelation("NEW_ANY_PARENT")!).NavigationFromChild);
        var pairs = metadata.Find("new_parent_contact")!;
        Assert.IsTrue(pairs.IsIntersect);
        CollectionAssert.AreEqual(new[] { "new_parentid", "contactid" }, pairs.Keys.Single().Columns.ToArray());
        CollectionAssert.AreEqual(new[] { "new_parentidone", "new_parentidtwo" }, metadata.Find("new_parent_parent")!.Keys.Single().Columns.ToArray());
        CollectionAssert.AreEqual(new[] { "new_pair", "new_self" }, parent.ManyToMany.Select(m => m.Name).ToArray());
        Assert.IsEmpty(metadata.Remarks);
    }

    [TestMethod]
    public void A_lookup_to_a_table_of_an_absent_solution_is_refused_with_the_line_that_names_it()
    {
        Table("new_Child", """<attribute PhysicalName="new_WorkOrder"><Type>lookup</Type></attribute>""");
        File("Other/Relationships/msdyn_workorder.xml", Relations("\n" + OneToMany("new_wo", "new_Child", "msdyn_workorder", "new_WorkOrder")));

        var error = Assert.ThrowsExactly<SolutionException>(() => Read());

        StringAssert.Contains(error.Message, "msdyn_workorder.xml:4: the lookup new_Child.new_workorder points to the table msdyn_workorder, which no loaded solution declares");
    }

    [TestMethod]
    public void A_lookup_to_several_tables_keeps_those_that_are_here()
    {
        Table("new_Child", """<attribute PhysicalName="new_About"><Type>lookup</Type></attribute>""");
        File("Other/Relationships/x.xml", Relations(OneToMany("a", "new_Child", "Account", "new_About"), OneToMany("b", "new_Child", "msdyn_workorder", "new_About")));

        var metadata = Read();

        CollectionAssert.AreEqual(new[] { "account" }, metadata.Find("new_child")!["new_about"].Targets.ToArray());
        StringAssert.Contains(metadata.Remarks.Single().Text, "can't point to msdyn_workorder");
    }

    [TestMethod]
    public void A_process_table_points_to_stages_and_processes()
    {
        Table("new_Flow", """
            <attribute PhysicalName="ActiveStageId"><Type>lookup</Type></attribute>
            <attribute PhysicalName="ProcessId"><Type>lookup</Type></attribute>
            <attribute PhysicalName="bpf_Duration"><Type>int</Type><SourceType>1</SourceType></attribute>
            """);
        File("Other/Relationships/ProcessStage.xml", Relations(
            OneToMany("lk_new_flow_activestageid", "new_Flow", "ProcessStage", "ActiveStageId"), OneToMany("lk_new_flow_processid", "new_Flow", "Workflow", "ProcessId")));

        Assert.AreEqual("processstage", Read().Find("new_flow")!["activestageid"].Targets.Single());
    }

    [TestMethod]
    public void An_extracted_solution_file_is_read_from_its_one_customizations_xml()
    {
        File("customizations.xml", $"""
            <ImportExportXml>
              <Entities>{TableXml("new_Thing", """<attribute PhysicalName="new_K"><Type>picklist</Type><OptionSetName>new_kinds</OptionSetName></attribute><attribute PhysicalName="new_AccountId"><Type>lookup</Type></attribute>""")}</Entities>
              <Roles><Role id="{Guid.NewGuid():B}" name="Reader"><RolePrivileges><RolePrivilege name="prvReadnew_Thing" level="Deep" /></RolePrivileges></Role></Roles>
              <FieldSecurityProfiles><FieldSecurityProfile name="P" fieldsecurityprofileid="{Guid.NewGuid():B}"><FieldPermissions><FieldPermission><EntityName>new_thing</EntityName><AttributeName>new_k</AttributeName><CanRead>4</CanRead><CanUpdate>0</CanUpdate><CanCreate>0</CanCreate></FieldPermission></FieldPermissions></FieldSecurityProfile></FieldSecurityProfiles>
              <EntityRelationships>{OneToMany("new_thing_account", "new_Thing", "Account", "new_AccountId")}</EntityRelationships>
              <optionsets><optionset Name="new_kinds"><OptionSetType>picklist</OptionSetType><options><option value="1"><labels><label description="A" languagecode="1033" /></labels></option></options></optionset></optionsets>
              <CanvasApps />
            </ImportExportXml>
            """);

        var metadata = Read();

        Assert.IsTrue(metadata.Find("new_thing")!["new_k"].Choice!.Contains(1));
        Assert.AreEqual("account", metadata.Find("new_thing")!["new_accountid"].Targets.Single());
        Assert.AreEqual(AccessDepth.Deep, metadata.Roles.Single(r => r.Name == "Reader").Privileges.Single().Depth);
        Assert.IsTrue(metadata.FieldSecurityProfiles.Single().Permissions.Single() is { CanRead: true, CanUpdate: false });
    }

    [TestMethod]
    public void A_cloned_project_is_read_from_its_src_folder()
    {
        File("src/Other/Solution.xml", "<ImportExportXml />");
        File("src/Entities/new_Thing/Entity.xml", TableXml("new_Thing", ""));

        Assert.IsNotNull(Read().Find("new_thing"));
    }

    [TestMethod]
    public void The_managed_twin_of_a_file_is_left_aside_and_one_without_twin_is_read()
    {
        File("Roles/A.xml", $"""<Role id="{Guid.NewGuid():B}" name="A" />""");
        File("Roles/A_managed.xml", $"""<Role id="{Guid.NewGuid():B}" name="A of the managed solution" />""");
        File("Roles/B_managed.xml", $"""<Role id="{Guid.NewGuid():B}" name="B" />""");

        var names = Read().Roles.Select(r => r.Name).ToArray();

        CollectionAssert.Contains(names, "A");
        CollectionAssert.Contains(names, "B");
        CollectionAssert.DoesNotContain(names, "A of the managed solution");
    }

    [TestMethod]
    public void Environment_variables_come_with_default_and_value()
    {
        File("environmentvariabledefinitions/new_Url/environmentvariabledefinition.xml", """<environmentvariabledefinition schemaname="new_Url"><defaultvalue>https://a</defaultvalue><displayname default="Url" /><type>100000000</type></environmentvariabledefinition>""");
        File("environmentvariabledefinitions/new_Url/environmentvariablevalues.json", """{"environmentvariablevalues":{"environmentvariablevalue":{"@environmentvariablevalueid":"x","value":"https://b"}}}""");

        Assert.AreEqual(("Url", "https://a", "https://b"), Read().EnvironmentVariables.Select(v => (v.DisplayName, v.DefaultValue, v.Value)).Single());
    }

    [TestMethod]
    public void Environment_variables_are_rows_where_plug_ins_read_them_and_an_own_value_stays()
    {
        Environment_variables_come_with_default_and_value();
        var options = new LocalDataverseOptions { DatabasePath = Path.Combine(_folder, "x.db"), SolutionFolders = [World.Base, _folder] };
        var query = new QueryExpression("environmentvariablevalue") { ColumnSet = new ColumnSet("value") };
        query.AddLink("environmentvariabledefinition", "environmentvariabledefinitionid", "environmentvariabledefinitionid").LinkCriteria.AddCondition("schemaname", ConditionOperator.Equal, "new_Url");
        using (var dataverse = LocalDataverse.Open(options))
        {
            var value = dataverse.CreateService().RetrieveMultiple(query).Entities.Single();
            Assert.AreEqual("https://b", value["value"]);
            value["value"] = "https://own";
            dataverse.CreateService().Update(value);
        }

        using (var dataverse = LocalDataverse.Open(options))
        {
            Assert.AreEqual("https://own", dataverse.CreateService().RetrieveMultiple(query).Entities.Single()["value"]);
        }
    }

    [TestMethod]
    public void Registered_steps_are_known_by_message_and_said_not_to_run()
    {
        File("SdkMessageProcessingSteps/{a5191a6b-9290-ee11-8179-000d3a354bf5}.xml", """
            <SdkMessageProcessingStep Name="N.P: Create of account" SdkMessageProcessingStepId="{a5191a6b-9290-ee11-8179-000d3a354bf5}">
              <SdkMessageId>9ebdbb1b-ea3e-db11-86a7-000a3a5473e8</SdkMessageId><PluginTypeName>N.P, Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=226b3062f5304b83</PluginTypeName>
              <PrimaryEntity>account</PrimaryEntity><FilteringAttributes>name,fax</FilteringAttributes><Mode>0</Mode><Rank>1</Rank><Stage>40</Stage>
              <SdkMessageProcessingStepImages><SdkMessageProcessingStepImage Name="PostImage"><EntityAlias>PostImage</EntityAlias><ImageType>1</ImageType></SdkMessageProcessingStepImage></SdkMessageProcessingStepImages>
            </SdkMessageProcessingStep>
            """);

        var metadata = Read();

        var step = metadata.Steps.Single();
        Assert.AreEqual(("Create", "N.P", "Plugins", "account", 40), (step.Message, step.PluginType, step.Assembly, step.Table, step.Stage));
        CollectionAssert.AreEqual(new[] { "name", "fax" }, step.FilteringColumns.ToArray());
        Assert.AreEqual(1, step.Images.Single().Type);
        StringAssert.Contains(metadata.Remarks.Single().Text, "does not run");
    }

    [TestMethod]
    [DataRow("<Entity><EntityInfo>", "Entity.xml:1: can't be read", "broken")]
    [DataRow("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">\n<Entity />", "Entity.xml: can't be read: For security reasons DTD is prohibited", "a DTD")]
    [DataRow("", "Entity.xml", "empty")]
    [DataRow("<Entity><EntityInfo><entity Name=\"new_x; DROP\"><attributes /></entity></EntityInfo></Entity>", "is not a logical name", "a name that is none")]
    [DataRow("<Entity><EntityInfo><entity Name=\"sqlite_x\"><attributes><attribute PhysicalName=\"a\"><Type>primarykey</Type></attribute></attributes></entity></EntityInfo></Entity>", "is not a logical name", "a name that the store keeps for itself")]
    [DataRow("<Entity><EntityInfo><entity Name=\"new_x\"><attributes><attribute><Type>primarykey</Type></attribute></attributes></entity></EntityInfo></Entity>", "the column has no <LogicalName>", "a column without name")]
    [DataRow("<Entity><EntityInfo><entity Name=\"new_x\"><attributes><attribute PhysicalName=\"a\"><Type>primarykey</Type></attribute>\n<attribute PhysicalName=\"b\"><Type>primarykey</Type></attribute></attributes></entity></EntityInfo></Entity>", "Entity.xml:2: table new_x has two primary keys", "two keys")]
    [DataRow("<Entity><EntityInfo><entity Name=\"new_x\"><attributes><attribute PhysicalName=\"a\"><Type>primarykey</Type></attribute>\n<attribute PhysicalName=\"b\"><Type>datetime</Type>\n<Behavior>9</Behavior></attribute></attributes></entity></EntityInfo></Entity>", "Entity.xml:3: '9' is none of the values of Behavior", "a number out of its list")]
    [DataRow("<Entity><EntityInfo><entity Name=\"new_x\"><attributes><attribute PhysicalName=\"a\"><Type>primarykey</Type></attribute></attributes>\n<OwnershipTypeMask>Everybody</OwnershipTypeMask></entity></EntityInfo></Entity>", "Entity.xml:2: 'Everybody' is no ownership", "an unknown ownership")]
    public void Hostile_and_wrong_files_end_in_a_sentence(string xml, string message, string what)
    {
        File("Entities/x/Entity.xml", xml);

        StringAssert.Contains(Assert.ThrowsExactly<SolutionException>(() => Read()).Message, message, what);
    }

    [TestMethod]
    public void A_bottomless_file_is_refused_at_once()
    {
        File("Entities/x/Entity.xml", string.Concat(Enumerable.Repeat("<a>", 200_000)) + string.Concat(Enumerable.Repeat("</a>", 200_000)));

        StringAssert.Contains(Assert.ThrowsExactly<SolutionException>(() => Read()).Message, "Entity.xml:1: elements are nested deeper than 500");
    }

    [TestMethod]
    public void Unknown_files_and_sections_are_left_aside()
    {
        File("Other/Solution.xml", "<ImportExportXml />");
        File("Workflows/x.json", "{ not json");
        File("Entities/notes.txt", "nothing");
        File("WebResources/a.js", "let");

        Assert.IsNotNull(Read().Find("account"));
    }

    [TestMethod]
    public void A_folder_without_a_solution_is_named()
    {
        StringAssert.Contains(Assert.ThrowsExactly<SolutionException>(() => Read()).Message, "there is no unpacked solution");
    }

    [TestMethod]
    public void Names_of_folders_and_files_are_found_whatever_their_case()
    {
        File("entities/New_Thing/entity.xml", TableXml("new_Thing", ""));
        File("other/SOLUTION.xml", "<ImportExportXml />");

        Assert.AreEqual("new_things", Read().Find("new_thing")!.EntitySetName);
    }

    private static string TableXml(string name, string columns) => $"""
        <Entity><Name LocalizedName="{name}">{name}</Name><EntityInfo><entity Name="{name}"><attributes>
        <attribute PhysicalName="{name}Id"><Type>primarykey</Type></attribute>
        {columns}
        </attributes><OwnershipTypeMask>UserOwned</OwnershipTypeMask></entity></EntityInfo></Entity>
        """;

    private static string Relations(params string[] relations) => $"<EntityRelationships>{string.Concat(relations)}</EntityRelationships>";

    private static string OneToMany(string name, string child, string parent, string column, string more = "") =>
        $"<EntityRelationship Name=\"{name}\"><EntityRelationshipType>OneToMany</EntityRelationshipType>\n<ReferencingEntityName>{child}</ReferencingEntityName>\n<ReferencedEntityName>{parent}</ReferencedEntityName><ReferencingAttributeName>{column}</ReferencingAttributeName>{more}</EntityRelationship>";

    private static string ManyToMany(string name, string first, string second, string pairs) =>
        $"<EntityRelationship Name=\"{name}\"><EntityRelationshipType>ManyToMany</EntityRelationshipType><FirstEntityName>{first}</FirstEntityName><SecondEntityName>{second}</SecondEntityName><IntersectEntityName>{pairs}</IntersectEntityName></EntityRelationship>";

    private void Table(string name, string columns) => File($"Entities/{name}/Entity.xml", TableXml(name, columns));

    private void Extend(string name, string columns) => File(
        $"Entities/{name}/Entity.xml",
        $"<Entity><Name>{name}</Name><EntityInfo><entity Name=\"{name}\" unmodified=\"1\"><attributes>{columns}</attributes></entity></EntityInfo></Entity>");

    private void File(string path, string text)
    {
        var full = Path.Combine(_folder, path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
    }

    private SolutionMetadata Read() => SolutionMetadata.Read([World.Base, _folder]);
}

using System;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Store;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Security;

[TestClass]
public sealed class ChangingRoles
{
    private const int PrivilegeDenied = unchecked((int)0x80040220);
    private const int InvalidPrivilege = unchecked((int)0x800404CE);
    private const int Inherited = unchecked((int)0x80044152);
    private const int NotSupported = unchecked((int)0x80040800);
    private const int SystemAdministratorStays = unchecked((int)0x80041D2E);
    private const int WrongUnit = unchecked((int)0x80041409);

    [TestMethod]
    public void A_privilege_that_a_role_gets_counts_at_once_and_no_longer_when_it_goes()
    {
        using var world = new World();
        var role = Role(world, "Reader");
        var ada = User(world, "Ada", world.Dataverse.RootBusinessUnitId, role);
        var account = world.Account();
        void Read() => world.Dataverse.CreateService(ada).Retrieve("account", account, new ColumnSet("name"));

        World.Refused(PrivilegeDenied, "prvReadAccount", Read);
        Add(world, role, "prvReadAccount", PrivilegeDepth.Global);
        Read();
        world.Service.Execute(new RemovePrivilegeRoleRequest { RoleId = role, PrivilegeId = Privilege(world, "prvReadAccount") });

        World.Refused(PrivilegeDenied, "prvReadAccount", Read);
    }

    [TestMethod]
    public void What_a_failed_transaction_gave_is_taken_back()
    {
        using var world = new World();
        var role = Role(world, "Reader");
        var ada = User(world, "Ada", world.Dataverse.RootBusinessUnitId, role);
        var account = world.Account();

        World.Fault(() => world.Service.Execute(new ExecuteTransactionRequest
        {
            Requests =
            [
                new AddPrivilegesRoleRequest { RoleId = role, Privileges = [new RolePrivilege((int)PrivilegeDepth.Global, Privilege(world, "prvReadAccount"))] },
                new RetrieveUserPrivilegesRequest { UserId = ada },
                new DeleteRequest { Target = new EntityReference("account", Guid.NewGuid()) },
            ],
        }));

        World.Refused(PrivilegeDenied, "prvReadAccount", () => world.Dataverse.CreateService(ada).Retrieve("account", account, new ColumnSet("name")));
    }

    [TestMethod]
    public void Replacing_leaves_only_what_was_named()
    {
        using var world = new World();
        var role = Role(world, "Changing");
        Add(world, role, "prvReadAccount", PrivilegeDepth.Global);
        Add(world, role, "prvReadContact", PrivilegeDepth.Basic);

        world.Service.Execute(new ReplacePrivilegesRoleRequest
        {
            RoleId = role,
            Privileges = [new RolePrivilege((int)PrivilegeDepth.Deep, Privilege(world, "prvReadContact"))],
        });

        var only = ((RetrieveRolePrivilegesRoleResponse)world.Service.Execute(new RetrieveRolePrivilegesRoleRequest { RoleId = role })).RolePrivileges.Single();
        Assert.AreEqual(("prvReadContact", PrivilegeDepth.Deep), (only.PrivilegeName, only.Depth));
    }

    [TestMethod]
    public void A_users_privileges_are_listed_in_the_depth_of_his_own_roles_and_those_of_teams_as_basic()
    {
        using var world = new World();
        var (own, teams) = (Role(world, "Own"), Role(world, "Teams"));
        Add(world, own, "prvReadAccount", PrivilegeDepth.Deep);
        Add(world, teams, "prvReadAccount", PrivilegeDepth.Global);
        Add(world, teams, "prvReadContact", PrivilegeDepth.Global);
        var ada = User(world, "Ada", world.Dataverse.RootBusinessUnitId, own);
        var team = world.Service.Create(new Entity("team")
        {
            ["name"] = "Crew",
            ["administratorid"] = new EntityReference("systemuser", ada),
            ["businessunitid"] = new EntityReference("businessunit", world.Dataverse.RootBusinessUnitId),
        });
        world.Service.Execute(new AddMembersTeamRequest { TeamId = team, MemberIds = [ada] });
        world.Service.Associate("team", team, new Relationship("teamroles_association"), [new EntityReference("role", teams)]);

        var user = ((RetrieveUserPrivilegesResponse)world.Service.Execute(new RetrieveUserPrivilegesRequest { UserId = ada })).RolePrivileges
            .ToDictionary(p => p.PrivilegeName!, p => p.Depth);
        var crew = ((RetrieveTeamPrivilegesResponse)world.Service.Execute(new RetrieveTeamPrivilegesRequest { TeamId = team })).RolePrivileges
            .ToDictionary(p => p.PrivilegeName!, p => p.Depth);

        Assert.AreEqual((PrivilegeDepth.Deep, PrivilegeDepth.Basic), (user["prvReadAccount"], user["prvReadContact"]));
        Assert.AreEqual(PrivilegeDepth.Global, crew["prvReadContact"]);

        PrivilegeDepth[] One(string name) => [.. ((RetrieveUserPrivilegeByPrivilegeNameResponse)world.Service.Execute(
            new RetrieveUserPrivilegeByPrivilegeNameRequest { UserId = ada, PrivilegeName = name })).RolePrivileges.Select(p => p.Depth)];
        CollectionAssert.AreEqual(new[] { PrivilegeDepth.Global }, One("prvReadContact"));
        CollectionAssert.AreEqual(Array.Empty<PrivilegeDepth>(), One("prvWriteContact"));
    }

    [TestMethod]
    public void The_privileges_of_a_copy_are_those_of_its_root_and_it_is_not_changed_itself()
    {
        using var world = new World();
        var role = Role(world, "Reader");
        Add(world, role, "prvReadAccount", PrivilegeDepth.Local);
        var north = Unit(world, "North");
        var copy = world.All("role", "name", "businessunitid", "parentroleid")
            .Single(r => (string)r["name"]! == "Reader" && r.GetAttributeValue<EntityReference>("businessunitid")!.Id == north).Id;

        var privileges = ((RetrieveRolePrivilegesRoleResponse)world.Service.Execute(new RetrieveRolePrivilegesRoleRequest { RoleId = copy })).RolePrivileges;

        Assert.AreEqual("prvReadAccount", privileges.Single().PrivilegeName);
        World.Refused(Inherited, "Inherited roles cannot be modified", () => Add(world, copy, "prvReadContact", PrivilegeDepth.Local));
        World.Refused(Inherited, "Inherited roles cannot be modified", () => world.Service.Update(new Entity("role", copy) { ["name"] = "Mine" }));
    }

    [TestMethod]
    public void A_role_of_another_business_unit_is_refused()
    {
        using var world = new World();
        var role = Role(world, "Reader");
        var north = Unit(world, "North");

        World.Refused(WrongUnit, "not the same as the user's Business Unit", () => User(world, "Ada", north, role));
    }

    [TestMethod]
    public void Nobody_gives_more_than_he_has()
    {
        using var world = new World();
        var (assigner, wide) = (Role(world, "Assigner"), Role(world, "Wide"));
        Add(world, assigner, "prvAssignRole", PrivilegeDepth.Global);
        Add(world, assigner, "prvWriteRole", PrivilegeDepth.Global);
        Add(world, assigner, "prvReadAccount", PrivilegeDepth.Local);
        Add(world, wide, "prvReadAccount", PrivilegeDepth.Global);
        var root = world.Dataverse.RootBusinessUnitId;
        var ada = world.Dataverse.CreateService(User(world, "Ada", root, assigner));
        var bob = User(world, "Bob", root, assigner);
        var administrator = new EntityReference("role", new Guid("627090ff-40a3-4053-8790-584edc5be201"));
        void Give(EntityReference role) => ada.Associate("systemuser", bob, new Relationship("systemuserroles_association"), [role]);

        World.Refused(PrivilegeDenied, "prvReadAccount", () => Give(new EntityReference("role", wide)));
        World.Refused(PrivilegeDenied, "System Administrator", () => Give(administrator));
        World.Refused(PrivilegeDenied, "prvReadAccount", () => ada.Execute(new AddPrivilegesRoleRequest
        {
            RoleId = assigner,
            Privileges = [new RolePrivilege((int)PrivilegeDepth.Deep, Privilege(world, "prvReadAccount"))],
        }));
        Add(world, wide, "prvReadAccount", PrivilegeDepth.Local);
        Give(new EntityReference("role", wide));
    }

    [TestMethod]
    public void Without_the_privilege_to_assign_roles_none_is_assigned()
    {
        using var world = new World();
        var role = Role(world, "Reader");
        var root = world.Dataverse.RootBusinessUnitId;
        var ada = User(world, "Ada", root, role);
        var bob = User(world, "Bob", root, role);

        World.Refused(PrivilegeDenied, "prvAssignRole", () => world.Dataverse.CreateService(ada).Disassociate(
            "systemuser", bob, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]));
    }

    [TestMethod]
    public void An_unknown_privilege_is_refused()
    {
        using var world = new World();
        var role = Role(world, "Reader");

        World.Refused(InvalidPrivilege, "no privilege", () => world.Service.Execute(
            new AddPrivilegesRoleRequest { RoleId = role, Privileges = [new RolePrivilege(0, Guid.NewGuid())] }));
    }

    [TestMethod]
    public void Switched_off_nothing_is_asked()
    {
        using var world = new World();
        var user = world.Service.Create(new Entity("systemuser")
        {
            ["lastname"] = "Bare",
            ["businessunitid"] = new EntityReference("businessunit", world.Dataverse.RootBusinessUnitId),
        });
        world.Dataverse.Dispose();
        using var open = LocalDataverse.Open(new LocalDataverseOptions
        {
            DatabasePath = world.DatabasePath,
            SolutionFolders = [World.Base, World.Fixture],
            Rules = PlatformRules.Default with { Security = false },
        });

        open.CreateService(user).Create(new Entity("account") { ["name"] = "Contoso" });
    }

    [TestMethod]
    public void A_role_changed_in_the_database_stays_so_until_the_solution_changes_it()
    {
        using var world = new World();
        var role = world.All("role", "name").Single(r => (string)r["name"]! == "Salesperson").Id;
        Add(world, role, "prvReadRole", PrivilegeDepth.Basic);
        world.Reopen();

        var privileges = ((RetrieveRolePrivilegesRoleResponse)world.Service.Execute(new RetrieveRolePrivilegesRoleRequest { RoleId = role })).RolePrivileges;

        Assert.AreEqual(PrivilegeDepth.Basic, privileges.Single(p => p.PrivilegeName == "prvReadRole").Depth);
    }

    [TestMethod]
    public void A_privilege_without_a_depth_can_t_be_given()
    {
        using var world = new World();
        var role = Role(world, "Reader");
        Add(world, role, "prvReadAccount", PrivilegeDepth.Global);
        var ada = world.Dataverse.CreateService(User(world, "Ada", world.Dataverse.RootBusinessUnitId, role));
        var account = world.Account();
        EntityReferenceCollection contacts = [new EntityReference("privilege", Privilege(world, "prvReadContact"))];
        EntityReferenceCollection accounts = [new EntityReference("privilege", Privilege(world, "prvReadAccount"))];
        var relation = new Relationship("roleprivileges_association");

        World.Refused(NotSupported, "AddPrivilegesRole", () => world.Service.Associate("role", role, relation, contacts));
        World.Refused(NotSupported, "RemovePrivilegeRole", () => world.Service.Disassociate("role", role, relation, accounts));

        ada.Retrieve("account", account, new ColumnSet("name"));
    }

    [TestMethod]
    public void A_privilege_that_was_stored_without_a_depth_gives_nothing()
    {
        using var world = new World();
        var role = Role(world, "Reader");
        Add(world, role, "prvReadAccount", PrivilegeDepth.Global);
        var ada = world.Dataverse.CreateService(User(world, "Ada", world.Dataverse.RootBusinessUnitId, role));
        var account = world.Account();
        world.Dataverse.Organization.Database.Run("UPDATE roleprivileges SET privilegedepthmask = NULL WHERE roleid = @0", Cells.ToBytes(role));
        world.Dataverse.Organization.Access.Principals.Written("roleprivileges");

        World.Refused(PrivilegeDenied, "prvReadAccount", () => ada.Retrieve("account", account, new ColumnSet("name")));
    }

    [TestMethod]
    public void No_role_is_made_a_copy_of_another_by_writing_it()
    {
        using var world = new World();
        var role = Role(world, "Writer");
        Add(world, role, "prvWriteRole", PrivilegeDepth.Global);
        Add(world, role, "prvReadRole", PrivilegeDepth.Global);
        Add(world, role, "prvAppendRole", PrivilegeDepth.Global);
        Add(world, role, "prvAppendToRole", PrivilegeDepth.Global);
        Add(world, role, "prvCreateRole", PrivilegeDepth.Global);
        Add(world, role, "prvAppendToBusinessUnit", PrivilegeDepth.Global);
        var ada = world.Dataverse.CreateService(User(world, "Ada", world.Dataverse.RootBusinessUnitId, role));
        var account = world.Account();
        var administrator = new EntityReference("role", new Guid("627090ff-40a3-4053-8790-584edc5be201"));
        var north = Unit(world, "North");

        ada.Update(new Entity("role", role)
        {
            ["name"] = "Climber",
            ["parentrootroleid"] = administrator,
            ["parentroleid"] = administrator,
            ["roletemplateid"] = administrator.Id,
            ["businessunitid"] = new EntityReference("businessunit", north),
        });
        var made = ada.Create(new Entity("role") { ["name"] = "Made", ["parentrootroleid"] = administrator, ["parentroleid"] = administrator });

        var stored = world.Row("role", role);
        Assert.AreEqual(("Climber", role), ((string)stored["name"]!, stored.GetAttributeValue<EntityReference>("parentrootroleid")!.Id));
        Assert.AreEqual(world.Dataverse.RootBusinessUnitId, stored.GetAttributeValue<EntityReference>("businessunitid")!.Id);
        Assert.IsFalse(stored.Contains("parentroleid") || stored.Contains("roletemplateid"));
        Assert.AreEqual(made, world.Row("role", made).GetAttributeValue<EntityReference>("parentrootroleid")!.Id);
        World.Refused(PrivilegeDenied, "prvReadAccount", () => ada.Retrieve("account", account, new ColumnSet("name")));
    }

    [TestMethod]
    public void Copies_and_the_role_that_may_do_everything_are_not_deleted()
    {
        using var world = new World();
        var role = Role(world, "Reader");
        var north = Unit(world, "North");
        var copy = Copy(world, "Reader", north);
        var own = world.Service.Create(new Entity("role") { ["name"] = "Own", ["businessunitid"] = new EntityReference("businessunit", north) });

        World.Refused(Inherited, "Inherited roles", () => world.Service.Delete("role", copy));
        World.Refused(SystemAdministratorStays, "System Administrator Role", () => world.Service.Delete("role", new Guid("627090ff-40a3-4053-8790-584edc5be201")));
        world.Service.Delete("role", role);
        Assert.IsFalse(world.All("role", "name").Exists(r => (string)r["name"]! == "Reader"), "the copy goes with its root");
        world.Service.Delete("businessunit", north);

        Assert.IsFalse(world.All("role", "businessunitid").Exists(r => r.Id == own || r.GetAttributeValue<EntityReference>("businessunitid")!.Id == north));
    }

    [TestMethod]
    public void New_names_are_seen_at_once_wherever_they_stand()
    {
        using var world = new World();
        var role = Role(world, "Reader");
        var north = Unit(world, "North");
        var coast = world.Service.Create(
            new Entity("businessunit") { ["name"] = "Coast", ["parentbusinessunitid"] = new EntityReference("businessunit", north) });
        var (middle, low) = (Copy(world, "Reader", north), Copy(world, "Reader", coast));
        var team = world.All("team", "name").Single(t => (string)t["name"]! == "North").Id;
        Add(world, role, "prvReadAccount", PrivilegeDepth.Local);
        world.Service.Associate("team", team, new Relationship("teamroles_association"), [new EntityReference("role", middle)]);
        var account = world.Service.Create(new Entity("account") { ["name"] = "Theirs", ["ownerid"] = new EntityReference("team", team) });
        string? Parent() => world.Row("role", low).GetAttributeValue<EntityReference>("parentroleid")!.Name;
        string? Owner() => world.Row("account", account).GetAttributeValue<EntityReference>("ownerid")!.Name;
        var before = (Parent(), Owner(), Version(world, "role", middle), Version(world, "team", team));

        world.Service.Update(new Entity("role", role) { ["name"] = "Looker" });
        world.Service.Update(new Entity("businessunit", north) { ["name"] = "Far North" });

        Assert.AreEqual(("Reader", "North"), (before.Item1, before.Item2));
        Assert.AreEqual(("Looker", "Far North"), (Parent(), Owner()));
        Assert.IsTrue(Version(world, "role", middle) > before.Item3 && Version(world, "team", team) > before.Item4, "a new row version");
    }

    [TestMethod]
    public void Rows_that_move_with_their_owner_get_a_new_version()
    {
        using var world = new World();
        var north = Unit(world, "North");
        var role = Role(world, "Reader");
        Add(world, role, "prvReadAccount", PrivilegeDepth.Basic);
        var ada = User(world, "Ada", world.Dataverse.RootBusinessUnitId, role);
        var account = world.Service.Create(new Entity("account") { ["name"] = "Hers", ["ownerid"] = new EntityReference("systemuser", ada) });
        var before = Version(world, "account", account);

        world.Service.Update(new Entity("systemuser", ada) { ["businessunitid"] = new EntityReference("businessunit", north) });

        Assert.AreEqual(north, world.Row("account", account).GetAttributeValue<EntityReference>("owningbusinessunit")!.Id);
        Assert.IsTrue(Version(world, "account", account) > before);
    }

    /// <summary>What the tables' reference pages list as read-only, or as not valid for update.</summary>
    [TestMethod]
    [DataRow("role", "parentroleid parentrootroleid roletemplateid ismanaged", "businessunitid roleid")]
    [DataRow("team", "isdefault", "teamtype membershiptype azureactivedirectoryobjectid regardingobjectid teamid")]
    [DataRow("fieldpermission", "", "fieldsecurityprofileid entityname attributelogicalname")]
    [DataRow("systemuser", "fullname islicensed azureactivedirectoryobjectid", "systemuserid")]
    [DataRow("businessunit", "organizationid", "businessunitid")]
    public void What_decides_about_rights_is_written_by_the_platform_only(string table, string readOnly, string createOnly)
    {
        using var world = new World();
        var columns = world.Dataverse.Organization.Table(table);

        foreach (var column in readOnly.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.IsFalse(columns[column].IsValidForCreate || columns[column].IsValidForUpdate, column);
        }

        foreach (var column in createOnly.Split(' '))
        {
            Assert.IsTrue(columns[column].IsValidForCreate && !columns[column].IsValidForUpdate, column);
        }
    }

    private static Guid Role(World world, string name) => world.Service.Create(new Entity("role") { ["name"] = name });

    private static Guid Privilege(World world, string name) => world.Service.RetrieveMultiple(
        new QueryByAttribute("privilege") { Attributes = { "name" }, Values = { name } }).Entities.Single().Id;

    private static void Add(World world, Guid role, string privilege, PrivilegeDepth depth) => world.Service.Execute(
        new AddPrivilegesRoleRequest { RoleId = role, Privileges = [new RolePrivilege((int)depth, Privilege(world, privilege))] });

    private static Guid Copy(World world, string name, Guid unit) => world.All("role", "name", "businessunitid")
        .Single(r => (string)r["name"]! == name && r.GetAttributeValue<EntityReference>("businessunitid")!.Id == unit).Id;

    private static long Version(World world, string table, Guid id) => long.Parse(world.Row(table, id).RowVersion!, CultureInfo.InvariantCulture);

    private static Guid Unit(World world, string name) => world.Service.Create(
        new Entity("businessunit") { ["name"] = name, ["parentbusinessunitid"] = new EntityReference("businessunit", world.Dataverse.RootBusinessUnitId) });

    private static Guid User(World world, string name, Guid unit, Guid role)
    {
        var user = world.Service.Create(new Entity("systemuser")
        {
            ["lastname"] = name,
            ["domainname"] = name,
            ["businessunitid"] = new EntityReference("businessunit", unit),
        });
        world.Service.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
        return user;
    }
}

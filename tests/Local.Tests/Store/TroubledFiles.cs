using System.IO;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Store;

[TestClass]
public sealed class TroubledFiles
{
    [TestMethod]
    public void A_full_disk_refuses_whole_requests_and_leaves_the_rest_usable()
    {
        using var world = new World();
        world.Order(("fix_name", "before"));
        var database = world.Dataverse.Organization.Database;
        var pages = (long)database.Prepare("PRAGMA page_count").Value()!;
        database.Run("PRAGMA max_page_count = " + (pages + 2).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var rows = new EntityCollection([.. Enumerable.Range(0, 200).Select(i => World.OrderRow(("fix_notes", new string('x', 100))))]);

        World.Refused(ErrorCodes.GenericSqlError, "the disk is full. Make room", () => world.Service.Execute(new CreateMultipleRequest { Targets = rows }));

        Assert.AreEqual("before", world.All("fix_order", "fix_name").Single()["fix_name"]);
        database.Run("PRAGMA max_page_count = 1000000");
        world.Service.Execute(new CreateMultipleRequest { Targets = rows });
        world.Reopen();
        Assert.HasCount(201, world.All("fix_order"));
    }

    [TestMethod]
    public void A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("crmaddon-local-").FullName, "letter.db");
        var letter = string.Concat(Enumerable.Repeat("Dear Sir or Madam, ", 500));
        File.WriteAllText(path, letter);
        try
        {
            var error = Assert.ThrowsExactly<IOException>(() => Open(path));

            StringAssert.Contains(error.Message, "letter.db: the file is no database");
            Assert.AreEqual(letter, File.ReadAllText(path));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [TestMethod]
    public void A_damaged_file_is_told_from_a_wrong_request()
    {
        using var world = new World();
        for (var i = 0; i < 1000; i++)
        {
            world.Order(("fix_notes", new string('x', 100)));
        }

        world.Dataverse.Dispose();
        using (var file = File.Open(world.DatabasePath, FileMode.Open, FileAccess.ReadWrite))
        {
            // Everything behind the first pages: tables and indexes, but not what says which there are.
            var start = file.Length / 2;
            file.Position = start;
            file.Write(Enumerable.Repeat((byte)0x5A, (int)(file.Length - start)).ToArray());
        }

        var said = string.Empty;
        try
        {
            using var damaged = Open(world.DatabasePath);
            var service = damaged.CreateService();
            said = World.Fault(() => service.RetrieveMultiple(new QueryExpression("fix_order") { ColumnSet = new ColumnSet(true) })).Message;
        }
        catch (IOException e)
        {
            said = e.Message;
        }

        StringAssert.Contains(said, "is damaged");
    }

    private static LocalDataverse Open(string path) => LocalDataverse.Open(new LocalDataverseOptions
    {
        DatabasePath = path,
        SolutionFolders = [World.Base, World.Fixture],
    });
}

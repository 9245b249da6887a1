using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using CrmAddon.Local.Store;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Local.Tests.Store;

[TestClass]
public sealed class KeptStatements
{
    [TestMethod]
    public void Statements_are_kept_but_not_those_with_long_lists_nor_any_value()
    {
        var folder = Directory.CreateTempSubdirectory("crmaddon-local-").FullName;
        try
        {
            using var database = Database.Open(Path.Combine(folder, "test.db"));
            Assert.AreSame(database.Prepare(List(100)), database.Prepare(List(100)));
            Assert.AreNotSame(database.Prepare(List(101)), database.Prepare(List(101)));
            Assert.AreEqual(1L, database.Prepare(List(2000)).Value([.. Enumerable.Range(0, 2000).Select(i => (object)(long)i)]));

            var value = Use(database);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            Assert.IsFalse(value.IsAlive, "the value of a kept statement is free after its use");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string List(int values) => $"SELECT 7 IN ({string.Join(", ", Enumerable.Range(0, values).Select(i => $"@{i}"))})";

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use(Database database)
    {
        var value = new byte[1000];
        database.Prepare("SELECT length(@0)").Value(value);
        return new WeakReference(value);
    }
}

using System;
using System.IO;
using System.Linq;
using CrmAddon.Registration;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>What plug-in classes declare of themselves fits the solution: tables, columns of filters and images, custom APIs.</summary>
[TestClass]
public sealed class PluginTests
{
    /// <summary>Columns that the standard tables have, though their description here leaves them out.</summary>
    private static readonly string[] OfEveryTable = ["ownerid", "statecode", "statuscode", "transactioncurrencyid"];

    private static readonly PluginAssemblyInfo Plugins = PluginRegistration.Read(Path.Combine(
        Repository.Root, "plugins", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "CrmAddon.Plugins.dll"));

    [TestMethod]
    public void Steps_answer_to_tables_that_exist() => AssertNone(
        from type in Plugins.Types
        from step in type.Steps
        where step.Table is { } table && !Metadata.Installed.Tables.ContainsKey(table)
        select $"{type.TypeName}: {step.Table}");

    [TestMethod]
    public void Filters_and_images_name_columns_that_exist() => AssertNone(
        from type in Plugins.Types
        from step in type.Steps
        where step.Table is not null
        from column in step.Filter.Concat(step.Images.SelectMany(i => i.Columns))
        where !Metadata.Installed.Tables[step.Table!].Columns.ContainsKey(column) && !OfEveryTable.Contains(column)
        select $"{type.TypeName}: {step.Table}.{column}");

    [TestMethod]
    public void Every_custom_API_has_its_class_and_every_class_its_custom_API()
    {
        var declared = Plugins.Types.Select(t => t.CustomApi).OfType<string>().ToList();
        var held = Installation.Real.Apis.Select(a => a.Xml.Attribute("uniquename")!.Value).ToList();
        AssertNone(declared.Except(held));
        AssertNone(held.Except(declared));
    }
}

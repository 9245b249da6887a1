using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Views.Tests;

/// <summary>Dataverse runs every query of a view, of a chart, and of a chart within a view.</summary>
[TestClass]
public sealed class EveryQueryTests
{
    private static World _world = null!;

    [ClassInitialize]
    public static void Open(TestContext context) => _world = new World();

    [ClassCleanup]
    public static void Close() => _world.Dispose();

    [TestMethod]
    public void Every_view_runs()
    {
        Assert.IsGreaterThan(100, Component.Views.Count);
        AssertRun(Component.Views.Select(v => (v.ToString(), Searching(v.Fetch))));
    }

    [TestMethod]
    public void Every_chart_runs_within_every_public_view_of_its_table()
    {
        Assert.IsGreaterThan(10, Component.Charts.Count);
        AssertRun(
            from chart in Component.Charts
            from view in Component.Views
            where view.Table == chart.Table && view.Kind == "0"
            select ($"{chart} within {view.Name}", chart.Within(view)));
    }

    private static void AssertRun(IEnumerable<(string Name, XElement Fetch)> queries)
    {
        var faults = new List<string>();
        foreach (var (name, fetch) in queries)
        {
            try
            {
                _world.Run(fetch);
            }
            catch (FaultException fault)
            {
                faults.Add($"{name}: {fault.Message}");
            }
        }

        Assert.AreEqual("", string.Join("\n", faults));
    }

    /// <summary>A quick-find query with the text that somebody types.</summary>
    private static XElement Searching(XElement fetch) => XElement.Parse(fetch.ToString().Replace("{0}", "Contoso%", System.StringComparison.Ordinal));
}

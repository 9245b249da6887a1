using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.ServiceModel;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests;

/// <summary>A local Dataverse of the fixture's solution in a folder of its own.</summary>
internal sealed class World : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crmaddon-local-").FullName;
    private readonly bool _withPlugins;
    private readonly PlatformRules _rules;
    private readonly IReadOnlyDictionary<Guid, StepSettings> _steps;

    public World(bool plugins = false, PlatformRules? rules = null, IReadOnlyDictionary<Guid, StepSettings>? steps = null)
    {
        _withPlugins = plugins;
        _rules = rules ?? PlatformRules.Default;
        _steps = steps ?? new Dictionary<Guid, StepSettings>();
        Dataverse = Open();
        Service = Dataverse.CreateService();
    }

    public static string Base => Path.Combine(AppContext.BaseDirectory, "Base");

    public static string Fixture => Path.Combine(AppContext.BaseDirectory, "Fixture", "Solution");

    public static string Plugins => Path.Combine(AppContext.BaseDirectory, "Plugins", "CrmAddon.Local.Tests.Plugins.dll");

    public string DatabasePath => Path.Combine(_folder, "test.db");

    public TestClock Clock { get; } = new();

    public LocalDataverse Dataverse { get; private set; }

    public IOrganizationService Service { get; private set; }

    public LocalDataverse Open() => LocalDataverse.Open(new LocalDataverseOptions
    {
        DatabasePath = DatabasePath,
        SolutionFolders = [Base, Fixture],
        PluginAssemblies = _withPlugins ? [Plugins] : [],
        Clock = Clock,
        Rules = _rules,
        Steps = _steps,
    });

    public void Reopen()
    {
        Dataverse.Dispose();
        Dataverse = Open();
        Service = Dataverse.CreateService();
    }

    public Guid Account(string name = "Contoso") => Service.Create(new Entity("account") { ["name"] = name });

    public Guid Order(params (string Column, object? Value)[] values) => Service.Create(OrderRow(values));

    public static Entity OrderRow(params (string Column, object? Value)[] values)
    {
        var row = new Entity("fix_order") { ["fix_name"] = "order" };
        foreach (var (column, value) in values)
        {
            row[column] = value;
        }

        return row;
    }

    public Entity Row(string table, Guid id) => Service.Retrieve(table, id, new ColumnSet(true));

    public List<Entity> All(string table, params string[] columns) =>
        [.. Service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(columns), Orders = { new OrderExpression("versionnumber", OrderType.Ascending) } }).Entities];

    /// <summary>What the fixture's plug-ins left, in the order in which they ran.</summary>
    public string[] Traces() => [.. All("fix_trace", "fix_text").Select(t => t.GetAttributeValue<string>("fix_text")!)];

    public static OrganizationServiceFault Fault(Action call) =>
        Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(call).Detail;

    public static void Refused(int code, string part, Action call)
    {
        var fault = Fault(call);
        Assert.AreEqual(code.ToString("X8", System.Globalization.CultureInfo.InvariantCulture), fault.ErrorCode.ToString("X8", System.Globalization.CultureInfo.InvariantCulture), fault.Message);
        StringAssert.Contains(fault.Message!, part);
    }

    public void Dispose()
    {
        Dataverse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Views.Tests;

/// <summary>The solution's tables on a local Dataverse, without plug-ins, so that a row stands as a test writes it. Noon of 15 March 2026.</summary>
internal sealed class World : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crmaddon-views-").FullName;
    private readonly LocalDataverse _dataverse;
    private int _count;

    public World()
    {
        _dataverse = LocalDataverse.Open(new LocalDataverseOptions
        {
            DatabasePath = Path.Combine(_folder, "views.db"),
            SolutionFolders = [Repository.Base, Repository.Solution],
            Clock = new Noon(),
        });
        Service = _dataverse.CreateService();
        Me = new EntityReference("systemuser", _dataverse.SystemUserId);
    }

    public IOrganizationService Service { get; }

    /// <summary>Who looks at the views.</summary>
    public EntityReference Me { get; }

    public static DateTime Day(string day) => DateTime.SpecifyKind(DateTime.Parse(day, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    public static OptionSetValue Option(int position) => new(770_000_000 + position);

    public EntityReference Somebody()
    {
        var unit = Service.Retrieve("systemuser", Me.Id, new ColumnSet("businessunitid")).GetAttributeValue<EntityReference>("businessunitid");
        var user = Row("systemuser", ("firstname", "Some"), ("lastname", "Body"), ("domainname", "somebody@contoso.test"), ("businessunitid", unit));
        _dataverse.AssignRole(user.Id, "System Administrator");
        return user;
    }

    public EntityReference Row(string table, params (string Column, object? Value)[] values)
    {
        var row = new Entity(table);
        foreach (var (column, value) in values)
            row[column] = value;
        return new EntityReference(table, Service.Create(row));
    }

    /// <summary>A row by its name, brought to its status by the way that the state model allows.</summary>
    public EntityReference Named(string table, string name, int state, int status, params (string Column, object? Value)[] values)
    {
        (string, object?)[] first = state == 0 ? [("statuscode", new OptionSetValue(status))] : [];
        var row = Row(table, [(NameColumn(table), name), .. first, .. Key(table), .. values]);
        foreach (var step in state == 0 ? [] : StatusWay.To(table, status))
            Service.Update(new Entity(table, row.Id) { ["statecode"] = new OptionSetValue(step.State), ["statuscode"] = new OptionSetValue(step.Status) });
        return row;
    }

    /// <summary>What a view shows: names, in its order.</summary>
    public void Shows(string view, params string[] names)
    {
        var component = Component.View(view);
        var rows = Run(component.Fetch).Entities;
        Assert.AreEqual(
            string.Join(", ", names), string.Join(", ", rows.Select(r => r.GetAttributeValue<string>(NameColumn(component.Table)))), view);
    }

    /// <summary>What a chart shows: category (and series) and measure, sorted as text.</summary>
    public void Charts(string chart, string view, params string[] points)
    {
        var rows = Run(Component.Chart(chart).Within(Component.View(view))).Entities;
        CollectionAssert.AreEquivalent(points, rows.Select(Point).ToList(), $"{chart}: {string.Join("; ", rows.Select(Point))}");
    }

    public EntityCollection Run(XElement fetch) => Service.RetrieveMultiple(new FetchExpression(fetch.ToString()));

    public void Dispose()
    {
        _dataverse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string NameColumn(string table) => table switch
    {
        "opportunity" => "name",
        "cov_dealregistration" or "cov_dispute" => "cov_number",
        _ => "cov_name",
    };

    private (string, object?)[] Key(string table) => table switch
    {
        "cov_entry" or "cov_split" or "cov_notification" or "cov_workitem" => [("cov_key", $"key {_count++}")],
        "cov_partner" or "cov_program" => [("cov_code", $"CODE{_count++}")],
        "cov_marketplacetransaction" => [("cov_transactionid", $"T-{_count++}"), ("cov_marketplace", Option(0))],
        _ => [],
    };

    private static string Point(Entity row) => string.Join(
        " ", row.Attributes.OrderByDescending(a => a.Key, StringComparer.Ordinal).Select(a => row.FormattedValues.TryGetValue(a.Key, out var text)
            ? text
            : Convert.ToString(((AliasedValue)a.Value!).Value, CultureInfo.InvariantCulture)));

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);
    }
}

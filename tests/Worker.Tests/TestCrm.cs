using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Local;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Tests;

/// <summary>The project's own solution on a local Dataverse, without its plug-ins unless a test brings them.</summary>
internal sealed class TestCrm : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly LocalDataverse _dataverse;

    public TestCrm(TimeProvider? clock = null, params string[] plugins)
    {
        _dataverse = LocalDataverse.Open(new LocalDataverseOptions
        {
            DatabasePath = _folder["crm.db"],
            SolutionFolders = [Path.Combine(Repository.Root, "local", "base"), Path.Combine(Repository.Root, "solution", "src")],
            PluginAssemblies = plugins,
            Clock = clock ?? TimeProvider.System,
        });
        Service = _dataverse.CreateService();
    }

    public LocalDataverse Dataverse => _dataverse;

    public IOrganizationService Service { get; }

    public List<Entity> All(string table) =>
        [.. Service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities];

    /// <summary>The service as the worker's own user calls it: with the role Integration alone, and with column security profiles.</summary>
    public IOrganizationService AsWorker(params string[] profiles)
    {
        var unit = new EntityReference("businessunit", ((WhoAmIResponse)Service.Execute(new WhoAmIRequest())).BusinessUnitId);
        var user = Service.Create(new Entity("systemuser") { ["lastname"] = "Worker", ["domainname"] = "worker", ["businessunitid"] = unit });
        _dataverse.AssignRole(user, "Partner Programs - Integration");
        foreach (var profile in profiles)
        {
            var row = Service.RetrieveMultiple(new QueryByAttribute("fieldsecurityprofile") { Attributes = { "name" }, Values = { profile } }).Entities.Single();
            Service.Associate("systemuser", user, new Relationship("systemuserprofiles_association"), [row.ToEntityReference()]);
        }

        return _dataverse.CreateService(user);
    }

    /// <summary>Sets an environment variable.</summary>
    public void Set(string variable, string value) => Set(Service, variable, value);

    /// <inheritdoc cref="Set(string, string)"/>
    public static void Set(IOrganizationService service, string variable, string value)
    {
        Entity? Find(string table, string column, object key) => service
            .RetrieveMultiple(new QueryByAttribute(table) { Attributes = { column }, Values = { key } }).Entities.SingleOrDefault();

        var definition = Find("environmentvariabledefinition", "schemaname", variable)!.ToEntityReference();
        var row = new Entity("environmentvariablevalue") { ["value"] = value };
        if (Find("environmentvariablevalue", "environmentvariabledefinitionid", definition.Id) is { } standing)
        {
            row.Id = standing.Id;
            service.Update(row);
            return;
        }

        row["environmentvariabledefinitionid"] = definition;
        service.Create(row);
    }

    /// <summary>The sum of all stored usage.</summary>
    public decimal UsageTotal() => All("cov_usage").Sum(row => row.GetAttributeValue<decimal>("cov_amount"));

    /// <summary>The stored usage as lines that say all that matters of it, in order.</summary>
    public string[] Usage()
    {
        var accounts = All("account").ToDictionary(row => row.Id, row => row.GetAttributeValue<string>("cov_cloudaccount"));
        var products = All("product").ToDictionary(row => row.Id, row => row.GetAttributeValue<string>("productnumber"));
        return [.. All("cov_usage").Select(row => FormattableString.Invariant(
            $"{row["cov_source"]} {accounts[Id(row, "cov_customerid")]} {products[Id(row, "cov_productid")]} {row["cov_chargemonth"]:yyyy-MM} billed {row["cov_billingmonth"]:yyyy-MM}: {row["cov_amount"]:0.##########} of {row["cov_chargerows"]}"))
            .Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        _dataverse.Dispose();
        _folder.Dispose();
    }

    private static Guid Id(Entity row, string column) => row.GetAttributeValue<EntityReference>(column)!.Id;
}

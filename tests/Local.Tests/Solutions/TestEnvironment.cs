using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Solutions;

/// <summary>An environment of the standard tables alone, in a file of its own.</summary>
internal sealed class TestEnvironment : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crmaddon-environment-").FullName;
    private readonly string[] _folders;

    /// <param name="folders">Solutions that the file is opened with, besides the standard tables.</param>
    public TestEnvironment(params string[] folders)
    {
        _folders = folders;
        Dataverse = Open(folders);
        Service = Dataverse.CreateService();
    }

    /// <summary>The add-on's solution.</summary>
    public static string AddOn => Path.Combine(AppContext.BaseDirectory, "Solution");

    public LocalDataverse Dataverse { get; private set; }

    public IOrganizationService Service { get; private set; }

    public static byte[] Packed(string folder, bool managed = false)
    {
        using var zip = new MemoryStream();
        SolutionPackager.SolutionPackage.Pack(SolutionPackager.SolutionFiles.Read(folder), zip, managed);
        return zip.ToArray();
    }

    public void Reopen(params string[]? folders)
    {
        Dataverse.Dispose();
        Dataverse = Open(folders ?? _folders);
        Service = Dataverse.CreateService();
    }

    public Guid Import(byte[] file, string message = "ImportSolution", bool holding = false)
    {
        var job = Guid.NewGuid();
        Service.Execute(new OrganizationRequest(message) { ["CustomizationFile"] = file, ["ImportJobId"] = job, ["PublishWorkflows"] = true, ["HoldingSolution"] = holding });
        return job;
    }

    public Guid Import(SmallSolution solution, string message = "ImportSolution") => Import(solution.Pack(), message);

    public Entity Row(string table, Guid id) => Service.Retrieve(table, id, new ColumnSet(true));

    public List<Entity> All(string table, params string[] columns) =>
        [.. Service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = columns.Length == 0 ? new ColumnSet(true) : new ColumnSet(columns) }).Entities];

    public Entity? Solution(string name) => All("solution").Find(s => s.GetAttributeValue<string>("uniquename") == name);

    public bool Has(string table, string? column = null) =>
        Dataverse.Organization.Metadata.Find(table) is { } found && (column is null || found.Has(column));

    /// <summary>All that a person or a program can find in it: definitions, and rows by table with what they hold.</summary>
    public string[] Contents() =>
    [
        .. Definitions(Dataverse),
        .. from table in new[] { "solution", "publisher", "solutioncomponent", "systemform", "savedquery", "webresource", "sml_thing" }
           where Has(table)
           from row in All(table)
           orderby row.Id
           select $"{table} {row.Id} {string.Join(", ", row.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={Text(a.Value)}"))}",
    ];

    public static IEnumerable<string> Definitions(LocalDataverse dataverse)
    {
        var metadata = dataverse.Organization.Metadata;
        foreach (var table in metadata.Tables.Values.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            yield return $"{table.Name} {table.DisplayName} {table.Ownership} {table.EntitySetName} keys {string.Join(";", table.Keys.Select(k => string.Join(",", k.Columns)).Order(StringComparer.Ordinal))}";
            foreach (var column in table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal))
            {
                yield return $"{table.Name}.{column.Name} {column.Type} {column.DisplayName} {column.MaxLength} {column.Min} {column.Max} {column.Precision} {column.Required} {column.IsSecured} {string.Join(",", column.Targets.Order(StringComparer.Ordinal))} {string.Join(",", column.Choice?.Options.Select(o => $"{o.Value}:{o.Label}") ?? [])}";
            }
        }

        foreach (var relation in metadata.Relations.Values.OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            yield return relation.ToString();
        }

        foreach (var role in metadata.Roles.OrderBy(r => r.Id))
        {
            yield return $"{role.Id} {role.Name} {string.Join(",", role.Privileges)}";
        }

        foreach (var api in metadata.CustomApis.Values.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            yield return $"{api.Name} {api.BoundTable} {api.Privilege} {string.Join(",", api.Requests)} {string.Join(",", api.Responses)}";
        }

        foreach (var variable in metadata.EnvironmentVariables.OrderBy(v => v.SchemaName, StringComparer.Ordinal))
        {
            yield return variable.ToString();
        }
    }

    /// <summary>The number of a table, which is that of the kind of component that its rows are.</summary>
    public int Kind(string table) =>
        ((RetrieveEntityResponse)Service.Execute(new RetrieveEntityRequest { LogicalName = table, EntityFilters = EntityFilters.Entity })).EntityMetadata.ObjectTypeCode!.Value;

    public void Dispose()
    {
        Dataverse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Text(object? value) => value switch
    {
        EntityReference reference => reference.Id.ToString(),
        OptionSetValue choice => choice.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    private LocalDataverse Open(string[] folders) => LocalDataverse.Open(new LocalDataverseOptions
    {
        DatabasePath = Path.Combine(_folder, "test.db"),
        SolutionFolders = [World.Base, .. folders],
    });
}

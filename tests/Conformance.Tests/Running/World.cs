using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using CrmAddon.Conformance.Plugins;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Values;
using CrmAddon.Local;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Running;

/// <summary>An open local Dataverse of a case: its rows' names, its clock, and what its steps traced.</summary>
internal sealed partial class World : IDisposable
{
    private readonly string _database;
    private readonly StepAssembly? _steps;
    private readonly WebChannel? _web;

    public World(Template template, string database, IReadOnlyList<Block> steps)
    {
        _database = database;
        Metadata = template.Metadata;
        Names = template.Names.Copy();
        Clock = new SettableClock(template.Now);
        _steps = steps.Count == 0 ? null : new StepAssembly(this, Path.ChangeExtension(database, ".steps.dll"), steps);
        try
        {
            Dataverse = LocalDataverse.Open(new LocalDataverseOptions
            {
                DatabasePath = database,
                SolutionFolders = [Template.Base, template.SolutionFolder],
                Metadata = template.Metadata,
                PluginAssemblies = _steps is null ? [] : [_steps.Path],
                Clock = Clock,
                BaseCurrency = template.Currency,
                Trace = Traces.Enqueue,
            });
        }
        catch
        {
            _steps?.Dispose();
            throw;
        }

        _web = WebChannel.Wanted ? new WebChannel(Dataverse) : null;
        System = Dataverse.CreateService();
        Set("system", new EntityReference("systemuser", Dataverse.SystemUserId));
        Set("root", new EntityReference("businessunit", Dataverse.RootBusinessUnitId));
        Set("organization", new EntityReference("organization", Dataverse.OrganizationId));
    }

    public SolutionMetadata Metadata { get; }

    public Names Names { get; }

    public SettableClock Clock { get; }

    public LocalDataverse Dataverse { get; }

    /// <summary>The service of the system user, who may do everything.</summary>
    public IOrganizationService System { get; }

    /// <summary>What steps wrote with <c>trace</c>, in the order in which they ran.</summary>
    public ConcurrentQueue<string> Traces { get; } = new();

    /// <summary>Rows named in this world.</summary>
    public Dictionary<string, EntityReference> Named { get; } = [];

    /// <summary>Row versions that a case noted.</summary>
    public Dictionary<string, string> Versions { get; } = [];

    /// <summary>The text with the ids of rows in place of their names in braces.</summary>
    public string Fill(Block block, string text) => NamesInBraces().Replace(
        text, m => Names.Find(m.Groups[1].Value)?.Id.ToString("D") ?? throw block.Error($"no row is called '{m.Groups[1].Value}'."));

    /// <summary>The service that a case's operations go through; null: as the system user.</summary>
    public IOrganizationService As(EntityReference? user) =>
        _web is not null ? _web.As(user?.Id) : user is null ? System : Dataverse.CreateService(user.Id);

    public void Set(string name, EntityReference row)
    {
        Named[name] = row;
        Names.Set(name, row);
    }

    public void Dispose()
    {
        _web?.Dispose();
        Dataverse.Dispose();
        _steps?.Dispose();
        if (Path.GetFileName(_database) != "prepared.db")
        {
            File.Delete(_database);
        }
    }

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex NamesInBraces();
}

using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline.Steps;
using CrmAddon.Local.Store;
using CrmAddon.Registration;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Registration.Running;

/// <summary>Reads the rows of steps, images and custom APIs as what runs.</summary>
internal sealed class RegisteredSteps(Organization organization, PluginContents contents)
{
    private const string TypeColumns = "t.plugintypeid, t.typename, a.name, a.pluginassemblyid, a.packageid";
    private const string StepColumns =
        "s.sdkmessageprocessingstepid, s.name, m.name, f.primaryobjecttypecode, s.stage, s.mode, s.rank, s.filteringattributes, s.configuration, c.secureconfig, "
        + "s.impersonatinguserid, s.asyncautodelete, s.statecode, s.supporteddeployment";

    private const int Enabled = 0;
    private const int ClientOnly = 1;

    private Dictionary<(Guid Type, string? Configuration, string? Secure), PluginClass> _classes = [];
    private List<string> _left = [];

    /// <summary>The steps that were left out, each with the reason.</summary>
    public IReadOnlyList<string> Left => _left;

    public StepCatalog Read(SolutionMetadata metadata)
    {
        // One instance for each class and configuration lives as long as its assembly, whatever else is registered.
        var before = _classes;
        _classes = [];
        _left = [];
        var images = Images();
        List<Step> steps = [];
        foreach (var row in Rows())
        {
            if (WhyNot(row, metadata) is { } reason)
            {
                _left.Add($"The registered step '{row.Name}' ({row.Id}) does not run: {reason}.");
                continue;
            }

            steps.Add(ToStep(row, Class(before, row.Type, row.Configuration, row.Secure), [.. images[row.Id]]));
        }

        return new StepCatalog(metadata, organization.Declared, steps, [.. CustomApis(before)]);
    }

    private string? WhyNot(StepRow row, SolutionMetadata metadata) =>
        row.Table is { } table && metadata.Find(table) is null ? $"no solution declares the table {table}"
        : !organization.Messages.HasSteps(row.Message) ? $"{row.Message} is no message that steps run for"
        : null;

    private PluginClass Class(
        Dictionary<(Guid, string?, string?), PluginClass> before, PluginTypeRow type, string? configuration, string? secure)
    {
        var key = (type.Id, configuration, secure);
        if (!_classes.TryGetValue(key, out var plugin))
        {
            plugin = !contents.HasChanged(type.Container) && before.TryGetValue(key, out var known)
                ? known
                : new PluginClass(type.Name, () => contents.Find(type), configuration, secure);
            _classes.Add(key, plugin);
        }

        return plugin;
    }

    private static Step ToStep(StepRow row, PluginClass plugin, IReadOnlyList<ImageInfo> images) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Class = plugin,
        Message = row.Message,
        Table = row.Table,
        Stage = (StepStage)row.Stage,
        Mode = (StepMode)row.Mode,
        Rank = row.Rank,
        Filter = row.Message is "Update" or "UpdateMultiple" ? Names(row.Filter).ToHashSet(StringComparer.Ordinal) : [],
        Images = images,
        RunAs = row.RunAs,
        AsyncAutoDelete = row.AsyncAutoDelete,
        IsEnabled = row.IsEnabled,
    };

    private List<StepRow> Rows() => organization.Database
        .Prepare(
            $"SELECT {StepColumns}, {TypeColumns} FROM {RegistrationTables.Step} s JOIN {RegistrationTables.Message} m ON m.sdkmessageid = s.sdkmessageid "
            + $"LEFT JOIN {RegistrationTables.Filter} f ON f.sdkmessagefilterid = s.sdkmessagefilterid "
            + $"LEFT JOIN {RegistrationTables.SecureConfiguration} c ON c.sdkmessageprocessingstepsecureconfigid = s.sdkmessageprocessingstepsecureconfigid "
            + $"JOIN {RegistrationTables.Type} t ON t.plugintypeid = s.eventhandler JOIN {RegistrationTables.Assembly} a ON a.pluginassemblyid = t.pluginassemblyid ORDER BY s.rowid")
        .List([], r => new StepRow(
            Id(r, 0), r.GetString(1), r.GetString(2), Text(r, 3), r.GetInt32(4), r.GetInt32(5), r.GetInt32(6), Text(r, 7), Text(r, 8), Text(r, 9),
            r.IsDBNull(10) ? null : Id(r, 10), !r.IsDBNull(11) && r.GetInt32(11) != 0, r.GetInt32(12) == Enabled && (r.IsDBNull(13) || r.GetInt32(13) != ClientOnly), TypeAt(r, 14)));

    private ILookup<Guid, ImageInfo> Images() => organization.Database
        .Prepare($"SELECT sdkmessageprocessingstepid, sdkmessageprocessingstepimageid, entityalias, imagetype, attributes FROM {RegistrationTables.Image} WHERE sdkmessageprocessingstepid IS NOT NULL")
        .List([], r => (Step: Id(r, 0), Image: new ImageInfo(Id(r, 1), r.GetString(2), (ImageType)r.GetInt32(3), Names(Text(r, 4)))))
        .ToLookup(i => i.Step, i => i.Image);

    private IEnumerable<KeyValuePair<string, PluginClass>> CustomApis(Dictionary<(Guid, string?, string?), PluginClass> before) => organization.Database
        .Prepare(
            $"SELECT p.uniquename, {TypeColumns} FROM {RegistrationTables.CustomApi} p JOIN {RegistrationTables.Type} t ON t.plugintypeid = p.plugintypeid "
            + $"JOIN {RegistrationTables.Assembly} a ON a.pluginassemblyid = t.pluginassemblyid")
        .List([], r => (Name: r.GetString(0), Type: TypeAt(r, 1)))
        .Select(a => KeyValuePair.Create(a.Name, Class(before, a.Type, null, null)));

    private static PluginTypeRow TypeAt(SqliteDataReader r, int at) =>
        new(Id(r, at), r.GetString(at + 1), r.GetString(at + 2), Id(r, at + 3), r.IsDBNull(at + 4) ? null : Id(r, at + 4));

    private static Guid Id(SqliteDataReader r, int at) => Cells.ToGuid(r.GetFieldValue<byte[]>(at));

    private static string? Text(SqliteDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private static string[] Names(string? list) => Steps.ColumnList.Of(list);

    private sealed record StepRow(
        Guid Id, string Name, string Message, string? Table, int Stage, int Mode, int Rank, string? Filter, string? Configuration, string? Secure,
        Guid? RunAs, bool AsyncAutoDelete, bool IsEnabled, PluginTypeRow Type);
}

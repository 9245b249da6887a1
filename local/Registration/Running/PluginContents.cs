using System;
using System.Collections.Generic;
using System.Threading;
using CrmAddon.Local.Registration.Packages;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Registration.Running;

/// <summary>The assemblies that rows of packages and assemblies hold, loaded when one of their classes runs for the first time.</summary>
internal sealed class PluginContents(Organization organization)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, ContentContext> _loaded = [];
    private readonly HashSet<Guid> _changed = []; // under the gate

    /// <summary>The class of a row of plugintype.</summary>
    public Type Find(PluginTypeRow type)
    {
        lock (_lock)
        {
            if (_loaded.TryGetValue(type.Container, out var known))
            {
                return known.Find(type.Assembly, type.Name);
            }
        }

        // Reading takes the operations' gate, so nothing may be locked meanwhile; who is second takes what the first has loaded.
        var context = Load(type);
        lock (_lock)
        {
            _loaded.TryAdd(type.Container, context);
            return _loaded[type.Container].Find(type.Assembly, type.Name);
        }
    }

    /// <summary>The content of a row was written, or the row is gone.</summary>
    public void Changed(Guid container) => _changed.Add(container);

    public bool HasChanged(Guid container) => _changed.Contains(container);

    /// <summary>What was replaced runs out: classes that run still have theirs.</summary>
    public void Committed()
    {
        foreach (var container in _changed)
        {
            lock (_lock)
            {
                if (_loaded.Remove(container, out var context))
                {
                    context.Unload();
                }
            }
        }

        _changed.Clear();
    }

    public void RolledBack() => _changed.Clear();

    private ContentContext Load(PluginTypeRow type)
    {
        var (table, id) = type.Package is { } package ? (RegistrationTables.Package, package) : (RegistrationTables.Assembly, type.Container);
        string? content;
        using (organization.Database.Gate.Enter())
        {
            content = (string?)organization.Database.Prepare($"SELECT content FROM {table} WHERE {table}id = @0").Value(Cells.ToBytes(id));
        }

        if (content is null)
        {
            throw new InvalidOperationException($"The row of {table} {id} has no content any more.");
        }

        return type.Package is null
            ? new ContentContext(type.Assembly, new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase) { [type.Assembly] = Convert.FromBase64String(content) })
            : new ContentContext(type.Assembly, PackageFile.Read(content).Assemblies);
    }
}

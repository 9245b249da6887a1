using System;
using System.Collections.Generic;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Rows;

/// <summary>The rows of solutions and their publishers.</summary>
internal sealed class SolutionRows(Organization organization, ComponentRows rows)
{
    /// <summary>Makes or changes the rows of an installed solution.</summary>
    /// <returns>The solution's id.</returns>
    public Guid Put(PackageManifest manifest, string uniqueName, bool isManaged)
    {
        var publisher = PutPublisher(manifest.Publisher);
        return Put(uniqueName, manifest.FriendlyName?.Text ?? uniqueName, manifest.Description?.Text, manifest.Version.ToString(), publisher, isManaged, isVisible: true);
    }

    /// <summary>The solutions that every environment has.</summary>
    public void PutSystem()
    {
        rows.Put("publisher", WellKnown.DefaultPublisher,
        [
            new("uniquename", "DefaultPublisherlocal"),
            new("friendlyname", "Default Publisher for local"),
            new("customizationprefix", "new"),
            new("customizationoptionvalueprefix", 10000),
        ]);
        Put(WellKnown.Active, "Active Solution", null, "1.0", WellKnown.DefaultPublisher, isManaged: false, isVisible: false);
        Put(WellKnown.Default, "Default Solution", null, "1.0", WellKnown.DefaultPublisher, isManaged: false, isVisible: true);
    }

    /// <summary>An installed solution; null where there is none of this name.</summary>
    public (Guid Id, bool IsManaged, Version? Version)? Find(string? uniqueName)
    {
        if (uniqueName is not { Length: > 0 })
        {
            return null;
        }

        (Guid, bool, Version?)? found = null;
        _ = organization.Table("solution");
        organization.Database
            .Prepare("SELECT solutionid, ismanaged, version FROM solution WHERE uniquename = @0")
            .Read([uniqueName], r => found = (
                Cells.ToGuid(r.GetFieldValue<byte[]>(0)), !r.IsDBNull(1) && r.GetInt64(1) != 0, Version.TryParse(r.IsDBNull(2) ? null : r.GetString(2), out var version) ? version : null));
        return found;
    }

    private Guid PutPublisher(PackagePublisher publisher)
    {
        // A publisher is told by its name; one that somebody made has an id of its own.
        _ = organization.Table("publisher");
        var id = organization.Database.Prepare("SELECT publisherid FROM publisher WHERE uniquename = @0").Value(publisher.UniqueName) is byte[] known
            ? Cells.ToGuid(known)
            : WellKnown.PublisherId(publisher.UniqueName);
        List<KeyValuePair<string, object?>> values =
        [
            new("uniquename", publisher.UniqueName),
            new("friendlyname", publisher.FriendlyName?.Text ?? publisher.UniqueName),
            new("description", publisher.Description?.Text),
            new("customizationprefix", publisher.Prefix),
        ];
        if (publisher.OptionPrefix is { } prefix)
        {
            values.Add(new("customizationoptionvalueprefix", prefix));
        }

        rows.Put("publisher", id, values);
        return id;
    }

    private Guid Put(string uniqueName, string name, string? description, string version, Guid publisher, bool isManaged, bool isVisible)
    {
        var known = Known(uniqueName);
        var id = known ?? WellKnown.SolutionId(uniqueName);
        List<KeyValuePair<string, object?>> values =
        [
            new("uniquename", uniqueName),
            new("friendlyname", name),
            new("description", description),
            new("version", version),
            new("ismanaged", isManaged),
            new("isvisible", isVisible),
            new("publisherid", new EntityReference("publisher", publisher)),
        ];
        if (rows.Put("solution", id, values))
        {
            rows.Put("solution", id, [new(known is null ? "installedon" : "updatedon", organization.Now)]);
        }

        return id;
    }

    private Guid? Known(string uniqueName)
    {
        _ = organization.Table("solution");
        return organization.Database.Prepare("SELECT solutionid FROM solution WHERE uniquename = @0").Value(uniqueName) is byte[] id ? Cells.ToGuid(id) : null;
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;
using CrmAddon.Local.Solutions.Importing;
using CrmAddon.Local.Solutions.Rows;

namespace CrmAddon.Local.Solutions;

/// <summary>
/// What is installed, from the lowest layer to the highest: the folders that the file is opened with, then the imported packages that it keeps.
/// A package that has the name of a folder's solution lies on top of it, and the rows of components are the package's.
/// </summary>
internal sealed class SolutionLayers
{
    private readonly Organization _organization;
    private readonly Lazy<IReadOnlyList<FolderTree>> _folders;
    private bool _areFoldersShown;
    private bool _areFoldersWritten;
    private bool _hasEndedBroken;

    public SolutionLayers(Organization organization)
    {
        _organization = organization;
        Packages = new PackageStore(organization.Database);
        _folders = new(() => [.. organization.Options.SolutionFolders.Select(SolutionSource.Tree)]);
        Rows = new ComponentRows(organization);
        Solutions = new SolutionRows(organization, Rows);
        Membership = new Membership(organization, Rows);
        Writer = new SolutionWriter(organization, Rows, Solutions, Membership);
        Writes = new ComponentWrites(organization);
    }

    public PackageStore Packages { get; }

    public ComponentRows Rows { get; }

    public SolutionRows Solutions { get; }

    public Membership Membership { get; }

    public SolutionWriter Writer { get; }

    /// <summary>What follows from writes of others.</summary>
    public ComponentWrites Writes { get; }

    public IReadOnlyList<FolderTree> Folders => _folders.Value;

    /// <summary>The id of an unmanaged solution.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">There is none of this name, or it is managed.</exception>
    public Guid Unmanaged(string uniqueName)
    {
        var found = Solutions.Find(uniqueName) ?? throw SolutionFaults.NoSolution(uniqueName);
        return found.IsManaged ? throw SolutionFaults.ManagedSolution(uniqueName) : found.Id;
    }

    /// <summary>All that the layers declare.</summary>
    /// <exception cref="SolutionException">They don't fit together.</exception>
    public SolutionMetadata Read() => SolutionMetadata.Read([.. Folders, .. Packages.All.Select(p => p.Tree)]);

    /// <summary>
    /// Called when somebody asks for a table of components: writes the rows of the folders' components, once in a session and only when the
    /// folders have changed. Most sessions never ask, and start the faster.
    /// </summary>
    public void ShowFolders()
    {
        if (_areFoldersShown)
        {
            return;
        }

        using (_organization.Database.Gate.Enter())
        {
            // Before the work, which asks for those tables itself.
            _areFoldersShown = true;
            _organization.Transactions.Run(() =>
            {
                Solutions.PutSystem();
                if (!_hasEndedBroken)
                {
                    _hasEndedBroken = true;
                    new ImportJobs(_organization, Rows).EndBroken();
                }

                foreach (var tree in Folders)
                {
                    Show(tree);
                }

                return true;
            });
        }
    }

    /// <summary>What was written is there to stay.</summary>
    public void Done() => _areFoldersWritten = _areFoldersShown;

    /// <summary>What was read and written inside an undone transaction no longer counts.</summary>
    public void Undone()
    {
        _areFoldersShown = _areFoldersWritten;
        Packages.Undone();
    }

    private void Show(FolderTree tree)
    {
        if (PackageManifest.Find(tree) is not { } manifest || Packages.Find(manifest.UniqueName) is not null)
        {
            return;
        }

        var name = "solution components " + manifest.UniqueName.ToLowerInvariant();
        var hash = Hash(tree);
        if ((long?)_organization.Database.Prepare("SELECT value FROM _counter WHERE name = @0").Value(name) != hash)
        {
            Writer.Write(manifest, manifest.UniqueName, WellKnown.IsSystem(manifest.UniqueName), tree, keepsMembers: true);
            _organization.Database.Run("INSERT OR REPLACE INTO _counter (name, value) VALUES (@0, @1)", name, hash);
        }
    }

    private static long Hash(SolutionTree tree)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in tree.Files("", "*", below: true))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Path}\n")));
            hash.AppendData(file.Bytes());
        }

        return BitConverter.ToInt64(hash.GetHashAndReset());
    }
}

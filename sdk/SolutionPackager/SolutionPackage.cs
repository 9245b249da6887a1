using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.SolutionPackager.Components;
using CrmAddon.SolutionPackager.Zips;

namespace CrmAddon.SolutionPackager;

/// <summary>
/// A solution as one zip and as a folder of files, and the way from one to the other and back, as Microsoft's SolutionPackager goes it. The
/// same folder gives the same bytes every time, and a package that was packed here comes apart into the files that it was packed from.
/// </summary>
public static class SolutionPackage
{
    internal const string ManagedEnding = "_managed.xml";

    private const string Customizations = "Other/Customizations.xml";

    /// <summary>Packs a folder.</summary>
    /// <param name="files">The unpacked solution.</param>
    /// <param name="zip">Where the zip is written to.</param>
    /// <param name="managed">
    /// Whether the package is managed. That sets the manifest's <c>Managed</c> and takes the file <c>x_managed.xml</c> where there is one beside
    /// <c>x.xml</c>; nothing else is converted.
    /// </param>
    /// <exception cref="SolutionPackageException">The folder is for the other type only, or something in it would be left out.</exception>
    public static void Pack(SolutionFiles files, Stream zip, bool managed)
    {
        ArgumentNullException.ThrowIfNull(files);
        var type = managed ? PackageType.Managed : PackageType.Unmanaged;
        if (files.Manifest.Type != PackageType.Both && files.Manifest.Type != type)
            throw new SolutionPackageException($"{SolutionManifest.Path} says that the folder is {files.Manifest.Type}, so that no {type} package can be packed from it; <Managed>2</Managed> allows both.");
        var source = new PackSource(files, type);
        var parts = new PackageParts();
        var manifest = SolutionXml.Read(SolutionManifest.Path, source.Bytes(SolutionManifest.Path));
        SolutionManifest.SetType(manifest, type);
        parts.Add(PackageParts.Manifest, SolutionXml.WritePart(manifest));
        parts.Add(PackageParts.Customizations, SolutionXml.WritePart(Assemble(source, parts)));
        foreach (var path in source.Left.ToList())
            parts.Add(path, source.Bytes(path));
        parts.Write(zip);
    }

    /// <summary>The one document that an environment imports: <c>customizations.xml</c> as it stands in the unmanaged package.</summary>
    /// <exception cref="SolutionPackageException">Something in the folder would be left out.</exception>
    public static XDocument Assemble(SolutionFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Assemble(new PackSource(files, PackageType.Unmanaged), new PackageParts());
    }

    /// <summary>Takes a package apart, in memory. The files of a managed one have their plain names.</summary>
    /// <exception cref="SolutionPackageException">The package is damaged or no solution.</exception>
    public static SolutionFiles Unpack(Stream zip) => TakeApart(zip).Files;

    /// <summary>
    /// Takes the unmanaged and the managed package of one solution apart into one folder, from which both can be packed: forms, apps and site maps
    /// have a second file, <c>x_managed.xml</c>, even if it is the same.
    /// </summary>
    /// <exception cref="SolutionPackageException">A package is damaged or no solution, or they are two of one type or of two solutions.</exception>
    public static SolutionFiles Unpack(Stream unmanaged, Stream managed)
    {
        var first = TakeApart(unmanaged);
        var second = TakeApart(managed);
        var (open, closed) = (first.Files, second.Files);
        if (open.Manifest.Type != PackageType.Unmanaged || closed.Manifest.Type != PackageType.Managed || open.Manifest.UniqueName != closed.Manifest.UniqueName)
            throw new SolutionPackageException("The two packages are not the unmanaged and the managed one of the same solution.");
        var both = new Dictionary<string, byte[]>();
        foreach (var path in open.Paths)
            both.Add(path, open[path]);
        foreach (var path in closed.Paths.Where(p => p != SolutionManifest.Path))
        {
            if (!open.Has(path))
                both.Add(second.Varying.Contains(path) ? Managed(path) : path, closed[path]);
            else if (second.Varying.Contains(path))
                both.Add(Managed(path), closed[path]);
        }

        var manifest = open.Xml(SolutionManifest.Path);
        SolutionManifest.SetType(manifest, PackageType.Both);
        both[SolutionManifest.Path] = SolutionXml.WriteFile(manifest);
        return new SolutionFiles(both);
    }

    /// <summary>
    /// The files of a folder for both types as they would come out of its packages: written and ordered as SolutionPackager does it, and each
    /// <c>x_managed.xml</c> a copy of <c>x.xml</c>.
    /// </summary>
    /// <exception cref="SolutionPackageException">The folder is for one type only, or something in it would be left out.</exception>
    public static SolutionFiles Tidy(SolutionFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var plain = new SolutionFiles(files.Paths.Where(p => !IsVariant(p)).Select(p => KeyValuePair.Create(p, files[p])));
        using var unmanaged = new MemoryStream();
        using var managed = new MemoryStream();
        Pack(plain, unmanaged, managed: false);
        Pack(plain, managed, managed: true);
        unmanaged.Position = managed.Position = 0;
        return Unpack(unmanaged, managed);
    }

    /// <summary>Whether a file is the managed package's variant of the one beside it.</summary>
    public static bool IsVariant(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(ManagedEnding, StringComparison.Ordinal);
    }

    private static string Managed(string path) => path[..^".xml".Length] + ManagedEnding;

    private static XDocument Assemble(PackSource source, PackageParts parts)
    {
        var document = SolutionXml.Read(Customizations, source.Bytes(Customizations));
        foreach (var kind in ComponentKinds.All)
        {
            if (document.Root!.Element(kind.Section) is { } section)
            {
                kind.Pack(source, section);
                (kind as FileWithContent)?.PackContent(source, parts);
            }
            else if (kind.Files(source).FirstOrDefault() is { } file)
            {
                throw new SolutionPackageException($"{Customizations} has no <{kind.Section} />, so that {file} would be left out of the package.");
            }
        }

        return document;
    }

    private static UnpackTarget TakeApart(Stream zip)
    {
        ArgumentNullException.ThrowIfNull(zip);
        var parts = PackageParts.Read(zip);
        var target = new UnpackTarget(parts);
        var manifest = SolutionXml.Read(PackageParts.Manifest, parts.Take(PackageParts.Manifest, "A solution"));
        SolutionManifest.Sort(manifest);
        target.Add(SolutionManifest.Path, SolutionXml.WriteFile(manifest));
        var document = SolutionXml.Read(PackageParts.Customizations, parts.Take(PackageParts.Customizations, "A solution"));
        foreach (var kind in ComponentKinds.All)
        {
            if (document.Root!.Element(kind.Section) is { } section)
                kind.Unpack(section, target);
        }

        // What was emptied is written as the platform writes what is empty.
        foreach (var section in document.Root!.Elements().Where(e => !e.IsEmpty && !e.Nodes().Any()).ToList())
            section.ReplaceWith(new XElement(section.Name, section.Attributes()));
        target.Add(Customizations, SolutionXml.WriteFile(document));
        foreach (var (path, content) in parts.Rest.Where(p => p.Key != ContentTypes.Path))
            target.Add(path, content);
        return target;
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Registration;

/// <summary>Turns the declarations on one class into steps with their images, and says what is wrong with them.</summary>
internal sealed class TypeDeclarations
{
    private static readonly string[] StepNames = ["Message", "Table", "Stage", "Mode", "Rank", "Filter", "Configuration", "AsyncAutoDelete"];
    private static readonly string[] ImageNames = ["StepId", "Type", "Alias", "Columns"];

    private readonly string typeName;
    private readonly DeclaredAttribute[] declared;

    private TypeDeclarations(string typeName, DeclaredAttribute[] declared)
    {
        this.typeName = typeName;
        this.declared = declared;
    }

    internal bool IsEmpty => declared.Length == 0;

    internal static TypeDeclarations Of(Type type) => new(
        type.FullName!,
        [.. type.GetCustomAttributesData().Where(DeclaredAttribute.IsOurs).Select(a => new DeclaredAttribute(a))]);

    internal PluginTypeInfo Read(List<string> problems)
    {
        var images = Of(DeclaredAttribute.Image)
            .Select(a => (StepId: Id(a.Text("StepId"), "the StepId of an image", problems), Image: ReadImage(a, problems)))
            .ToLookup(i => i.StepId, i => i.Image);
        var steps = Of(DeclaredAttribute.Step)
            .Select(a => ReadStep(a, images, problems))
            .OrderBy(s => s.Message, StringComparer.Ordinal).ThenBy(s => s.Table, StringComparer.Ordinal)
            .ThenBy(s => s.Stage).ThenBy(s => s.Rank).ThenBy(s => s.Id)
            .ToList();

        foreach (var orphan in images.Where(i => steps.All(s => s.Id != i.Key)).SelectMany(i => i))
            problems.Add($"{typeName}: the image {orphan.Id} names a step that this class does not declare.");
        foreach (var step in steps)
            DeclarationRules.Check(typeName, step, problems);

        return new PluginTypeInfo(typeName, steps, ReadCustomApi(problems));
    }

    private StepInfo ReadStep(DeclaredAttribute step, ILookup<Guid, ImageInfo> images, List<string> problems)
    {
        CheckNames(step, StepNames, problems);
        var id = Id(step.Argument, "the id of a step", problems);
        var table = step.Text("Table");
        return new StepInfo(
            id,
            step.Text("Message"),
            table.Length == 0 ? null : table,
            Defined(step, "Stage", StepStage.PostOperation, id, problems),
            Defined(step, "Mode", StepMode.Synchronous, id, problems),
            step.Number("Rank", 1),
            step.List("Filter"),
            [.. images[id].OrderBy(i => i.Alias, StringComparer.Ordinal).ThenBy(i => i.Type)])
        {
            Configuration = step.Text("Configuration") is { Length: > 0 } configuration ? configuration : null,
            AsyncAutoDelete = step.Flag("AsyncAutoDelete"),
        };
    }

    private ImageInfo ReadImage(DeclaredAttribute image, List<string> problems)
    {
        CheckNames(image, ImageNames, problems);
        var id = Id(image.Argument, "the id of an image", problems);
        return new ImageInfo(id, image.Text("Alias"), Defined(image, "Type", ImageType.Pre, id, problems), image.List("Columns"));
    }

    private string? ReadCustomApi(List<string> problems)
    {
        if (Of(DeclaredAttribute.CustomApi).FirstOrDefault() is not { } api)
            return null;

        if (string.IsNullOrWhiteSpace(api.Argument))
            problems.Add($"{typeName}: the custom API has no name.");
        return api.Argument;
    }

    private IEnumerable<DeclaredAttribute> Of(string kind) => declared.Where(a => a.Kind == kind);

    private Guid Id(string text, string what, List<string> problems)
    {
        if (Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) && id != Guid.Empty)
            return id;

        problems.Add($"{typeName}: {what} is '{text}', which is not a GUID.");
        return Guid.Empty;
    }

    private T Defined<T>(DeclaredAttribute attribute, string name, T otherwise, Guid id, List<string> problems)
        where T : struct, Enum
    {
        var number = attribute.Number(name, Convert.ToInt32(otherwise, CultureInfo.InvariantCulture));
        var value = (T)Enum.ToObject(typeof(T), number);
        if (!Enum.IsDefined(value))
            problems.Add($"{typeName}: {id} has the unknown {name} {number}; known are {string.Join(", ", Known<T>())}.");
        return value;
    }

    private static IEnumerable<string> Known<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(v => $"{v} ({Convert.ToInt32(v, CultureInfo.InvariantCulture)})");

    private void CheckNames(DeclaredAttribute attribute, string[] known, List<string> problems)
    {
        foreach (var name in attribute.Names.Except(known, StringComparer.Ordinal))
            problems.Add($"{typeName}: {attribute.Argument} sets {name}, which nothing here carries out; known are {string.Join(", ", known)}.");
    }
}

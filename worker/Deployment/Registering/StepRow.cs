using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Deployment.Registering;

/// <summary>A step as the environment holds it.</summary>
internal sealed record StepRow(
    Guid Id, string Type, string Message, string? Table, int Stage, int Mode, int Rank, string Filter, string? Configuration, bool AsyncAutoDelete, bool IsEnabled)
{
    /// <summary>Its images.</summary>
    public IReadOnlyList<ImageRow> Images { get; init; } = [];

    /// <summary>What it is, for people.</summary>
    public string Title => $"step {Message} of {Table ?? "the environment"} ({Type})";

    public static StepRow Read(Entity row) => new(
        row.Id,
        Linked(row, "t.typename") ?? "",
        Linked(row, "m.name") ?? "",
        Linked(row, "f.primaryobjecttypecode") is { } table and not "none" ? table : null,
        row.GetAttributeValue<OptionSetValue>("stage")?.Value ?? 0,
        row.GetAttributeValue<OptionSetValue>("mode")?.Value ?? 0,
        row.GetAttributeValue<int>("rank"),
        Columns.Sorted(row.GetAttributeValue<string>("filteringattributes")),
        row.GetAttributeValue<string>("configuration"),
        row.GetAttributeValue<bool>("asyncautodelete"),
        row.GetAttributeValue<OptionSetValue>("statecode")?.Value is null or 0);

    /// <summary>Takes it away.</summary>
    public Change Removal(Target target) => new(ChangeKind.Remove, Title, stop => target.Service.DeleteAsync("sdkmessageprocessingstep", Id, stop));

    private static string? Linked(Entity row, string alias) => row.GetAttributeValue<AliasedValue>(alias)?.Value as string;
}

/// <summary>An image as the environment holds it.</summary>
internal sealed record ImageRow(Guid Id, Guid Step, string Alias, int Type, string Columns, string? Property)
{
    public static ImageRow Read(Entity row) => new(
        row.Id,
        row.GetAttributeValue<EntityReference>("sdkmessageprocessingstepid")?.Id ?? Guid.Empty,
        row.GetAttributeValue<string>("entityalias") ?? "",
        row.GetAttributeValue<OptionSetValue>("imagetype")?.Value ?? 0,
        Registering.Columns.Sorted(row.GetAttributeValue<string>("attributes")),
        row.GetAttributeValue<string>("messagepropertyname"));
}

/// <summary>Lists of columns as the platform keeps them: with commas, in any order.</summary>
internal static class Columns
{
    public static string Sorted(string? list) => Sorted((list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static string Sorted(IEnumerable<string> list) => string.Join(",", list.Order(StringComparer.Ordinal));
}

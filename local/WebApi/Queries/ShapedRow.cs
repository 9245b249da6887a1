using System.Collections.Generic;
using CrmAddon.Local.WebApi.Rows;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>A row with the rows that <c>$expand</c> brought to it.</summary>
internal sealed class ShapedRow(Entity row, Selection selection)
{
    public Entity Row { get; } = row;

    public Selection Selection { get; } = selection;

    /// <summary>Whether the row's version is written.</summary>
    public bool HasTag { get; init; } = true;

    public List<ExpandedRows> Expanded { get; } = [];
}

/// <summary>What one term of <c>$expand</c> brought: a row or none, or rows of a collection.</summary>
internal sealed record ExpandedRows(string Name)
{
    public ShapedRow? Single { get; init; }

    public IReadOnlyList<ShapedRow>? Many { get; init; }

    /// <summary>The address of the collection by itself.</summary>
    public string? NextLink { get; init; }

    /// <summary>The address of the row, where only that was asked for.</summary>
    public string? Reference { get; init; }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Conformance.Reading;

/// <summary>One case: a title and what is done and expected.</summary>
internal sealed class Case(string file, Block block)
{
    private static readonly string[] Looking =
    [
        "expect", "fault", "as", "retrieve", "more", "total", "next", "all", "query", "row", "rows", "no", "formatted", "access", "pages",
    ];

    public Block Block { get; } = block;

    public string Title { get; } = block.Text.AtColon().After ?? string.Empty;

    /// <summary>What runs: steps that are registered for this case alone are left out.</summary>
    public IEnumerable<Block> Lines => Block.Children.Where(b => b.FirstWord != "step");

    /// <summary>The steps that are registered for this case alone.</summary>
    public IEnumerable<Block> Steps => Block.Children.Where(b => b.FirstWord == "step");

    /// <summary>Whether the case leaves the world as it found it, so that cases of that kind may share one.</summary>
    public bool OnlyLooks => Block.Children.All(b => b.IsXml || Looking.Contains(b.FirstWord));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{file}({Block.Line}): {Title}");
}

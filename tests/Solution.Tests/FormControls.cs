using System;
using System.Collections.Generic;

namespace CrmAddon.Solution.Tests;

/// <summary>The class ids of the platform's form controls, and which shows a column of which type.</summary>
internal static class FormControls
{
    public static readonly Guid Subgrid = new("E7A81278-8635-4D9E-8D4D-59480B391C5B");
    public static readonly Guid QuickView = new("5C5600E0-1D6E-4205-A272-BE80DA87FD42");
    public static readonly Guid Timeline = new("06375649-C143-495E-A496-C962E5B4488E");

    /// <summary>A control that another one stands for: the form's control descriptions say which.</summary>
    public static readonly Guid Described = new("F9A8A302-114E-466A-B582-6771B2AE0D92");

    private static readonly Guid Text = new("4273EDBD-AC1D-40D3-9FB2-095C621B552D");
    private static readonly Guid Lookup = new("270BD3DB-D9AF-4782-9025-509E298DEC0A");
    private static readonly Guid Choice = new("3EF39988-22BB-4F0B-BBBE-64B5A3748AEE");

    private static readonly Dictionary<string, Guid> ByType = new()
    {
        ["nvarchar"] = Text,
        ["nvarchar email"] = new("ADA2203E-B4CD-49BE-9DDF-234642B43B52"),
        ["nvarchar url"] = new("71716B6C-711E-476C-8AB8-5D11542BFB47"),
        ["nvarchar phone"] = new("8C10015A-B339-4982-9474-A95FE05631A5"),
        ["ntext"] = new("E0DECE4B-6FC8-4A8F-A065-082708572369"),
        ["lookup"] = Lookup,
        ["customer"] = Lookup,
        ["owner"] = Lookup,
        ["picklist"] = Choice,
        ["state"] = Choice,
        ["status"] = new("5D68B988-0661-4DB2-BC3E-17598AD3BE6C"),
        ["bit"] = new("67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED"),
        ["datetime"] = new("5B773807-9FB2-42DB-97C3-7A91EFF8ADFF"),
        ["int"] = new("C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F"),
        ["decimal"] = new("C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E"),
        ["money"] = new("533B9E00-756B-4312-95A0-DC888637AC78"),
    };

    public static Guid Of(Column column) =>
        ByType.TryGetValue(column.Type + " " + column.Value("Format").ToLowerInvariant(), out var formatted) ? formatted : ByType[column.Type];
}

using System;
using System.Collections.Generic;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Controls of forms by the ids under which FormXML names them, and the types of column that each shows.</summary>
internal static class ControlClasses
{
    public static readonly Guid Grid = new("E7A81278-8635-4D9E-8D4D-59480B391C5B");
    public static readonly Guid EditableGrid = new("F9A8A302-114E-466A-B582-6771B2AE0D92");
    public static readonly Guid QuickView = new("5C5600E0-1D6E-4205-A272-BE80DA87FD42");
    public static readonly Guid WebResource = new("9FDF5F91-88B1-47F4-AD53-C11EFC01A01D");

    /// <summary>Column types by control; none for a control that shows no column.</summary>
    public static readonly IReadOnlyDictionary<Guid, string[]> Types = new Dictionary<Guid, string[]>
    {
        [new("4273EDBD-AC1D-40D3-9FB2-095C621B552D")] = ["nvarchar"],
        [new("E0DECE4B-6FC8-4A8F-A065-082708572369")] = ["ntext", "nvarchar"],
        [new("ADA2203E-B4CD-49BE-9DDF-234642B43B52")] = ["nvarchar"],
        [new("71716B6C-711E-476C-8AB8-5D11542BFB47")] = ["nvarchar"],
        [new("C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F")] = ["int"],
        [new("C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E")] = ["decimal"],
        [new("0D2C745A-E5A8-4C8F-BA63-C6D3BB604660")] = ["float"],
        [new("533B9E00-756B-4312-95A0-DC888637AC78")] = ["money"],
        [new("5B773807-9FB2-42DB-97C3-7A91EFF8ADFF")] = ["datetime"],
        [new("67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED")] = ["bit"],
        [new("B0C6723A-8503-4FD7-BB28-C8A06AC933C2")] = ["bit"],
        [new("3EF39988-22BB-4F0B-BBBE-64B5A3748AEE")] = ["picklist", "state"],
        [new("4AA28AB7-9C13-4F57-A73D-AD894D048B5F")] = ["multiselectpicklist"],
        [new("5D68B988-0661-4DB2-BC3E-17598AD3BE6C")] = ["status"],
        [new("270BD3DB-D9AF-4782-9025-509E298DEC0A")] = ["lookup", "customer", "owner"],
        [QuickView] = ["lookup", "customer", "owner"],
        [new("8C10015A-B339-4982-9474-A95FE05631A5")] = ["nvarchar"],
        [Grid] = [],
        [EditableGrid] = [],
        [WebResource] = [],
        [new("06375649-C143-495E-A496-C962E5B4488E")] = [],
    };
}

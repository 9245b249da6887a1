using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests;

/// <summary>A form of the solution.</summary>
/// <param name="Table">Its table, with the columns that an environment has.</param>
/// <param name="Kind">main, quickCreate, quick or card.</param>
/// <param name="Xml">The form.</param>
internal sealed record Form(Table Table, string Kind, XElement Xml)
{
    // Every table has them; the description of the standard tables leaves them out.
    private static readonly string[] EveryTables = ["ownerid", "transactioncurrencyid", "createdon", "createdby", "modifiedon", "modifiedby"];

    public static IReadOnlyList<Form> All { get; } =
    [
        .. from table in Metadata.Solution.Tables.Values
           from file in table.FormFiles
           select new Form(Metadata.Installed.Tables[table.Name], file.Path.Split('/')[3], file.Xml),
    ];

    public string Id => Xml.Element("formid")!.Value;

    public string Name => $"{Table.Name} {Kind} {Id}";

    public IEnumerable<XElement> Controls => Xml.Descendants("control");

    /// <summary>The controls that show one column of the row itself.</summary>
    public IEnumerable<XElement> Fields => Controls.Where(c => c.Attribute("datafieldname") is not null && ClassOf(c) != FormControls.QuickView);

    public IEnumerable<XElement> Subgrids => Controls.Where(c => (bool?)c.Attribute("indicationOfSubgrid") == true);

    public IEnumerable<XElement> QuickViews => Controls.Where(c => ClassOf(c) == FormControls.QuickView);

    public IEnumerable<XElement> Tabs => Xml.Descendants("tab");

    public static Guid ClassOf(XElement control) => Guid.Parse(control.Attribute("classid")!.Value);

    public static string ColumnOf(XElement control) => control.Attribute("datafieldname")!.Value;

    public static string Parameter(XElement control, string name) => control.Element("parameters")!.Element(name)?.Value ?? "";

    public bool Knows(string column) => Table.Columns.ContainsKey(column) || (!Table.IsOurs && EveryTables.Contains(column, StringComparer.Ordinal));
}

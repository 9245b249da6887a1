using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using CrmAddon.Conformance.Steps;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Conformance.Expecting;

/// <summary>The lines that say how the world is now, whoever asks: what is stored, what steps traced, who has access.</summary>
internal sealed class StateExpectations(World world)
{
    /// <summary><c>row A: name=Contoso, revenue=</c>: what is stored of a row now.</summary>
    public void Row(Block line)
    {
        var (heading, values) = line.Text.AtColon();
        var reference = world.Names.Read(line, heading["row".Length..].Trim());
        var expected = (values ?? string.Empty).At(',').Where(v => v.Length > 0).Select(v => v.AtEquals() ?? throw line.Error($"'{v}' is no COLUMN=VALUE.")).ToList();
        var row = Stored(reference, [.. expected.Select(e => e.Name.AtParentheses().Name).Distinct()]) ?? throw line.Error("the row does not exist.");
        var table = new Block(line.File, line.Line, 0, line.Text);
        table.Children.Add(new Block(line.File, line.Line, 1, string.Join(" | ", expected.Select(e => e.Name))));
        table.Children.Add(new Block(line.File, line.Line, 1, string.Join(" | ", expected.Select(e => e.Value == "null" ? string.Empty : e.Value))));
        new RowTable(table, world.Metadata, world.Names).Check([row], inOrder: true, string.Empty);
    }

    /// <summary><c>rows of TABLE</c> with a table below: all that is stored now; <c>rows of TABLE: 3</c>: how many.</summary>
    public void Rows(Block line)
    {
        var (heading, count) = line.Text.AtColon();
        var name = heading["rows of ".Length..].Trim();
        var table = new RowTable(line, world.Metadata, world.Names);
        var query = new QueryExpression(name) { ColumnSet = new ColumnSet([.. table.Columns]) };
        var rows = world.System.RetrieveMultiple(query).Entities;
        if (count is { Length: > 0 })
        {
            if (rows.Count.ToString(CultureInfo.InvariantCulture) != count)
            {
                throw line.Error($"expected {line.Text}, actual {rows.Count}.");
            }

            return;
        }

        table.Check(rows, inOrder: false, string.Empty);
    }

    /// <summary><c>no row A</c>.</summary>
    public void NoRow(Block line)
    {
        if (Stored(world.Names.Read(line, line.Text["no row".Length..].Trim()), []) is not null)
        {
            throw line.Error("the row exists.");
        }
    }

    private Entity? Stored(EntityReference row, string[] columns)
    {
        try
        {
            return (Entity)world.System.Execute(new OrganizationRequest("Retrieve") { ["Target"] = row, ["ColumnSet"] = new ColumnSet(columns) })["Entity"]!;
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode is unchecked((int)0x80040217) or unchecked((int)0x80060891))
        {
            return null;
        }
    }

    /// <summary>What steps traced since the last such line.</summary>
    public void Trace(Block line)
    {
        var actual = new List<string>();
        while (world.Traces.TryDequeue(out var text))
        {
            actual.Add(text);
        }

        var expected = line.Children.Select(c => world.Fill(c, c.Text.Unquote())).ToList();
        if (line.Text == "trace nothing" ? actual.Count > 0 : !expected.SequenceEqual(actual))
        {
            throw line.Error($"expected trace\n  {string.Join("\n  ", expected)}\nactual trace\n  {string.Join("\n  ", actual)}");
        }
    }

    /// <summary><c>access of USER to ROW: read, write</c>.</summary>
    public void Access(Block line)
    {
        var (heading, rights) = line.Text.AtColon();
        var words = heading["access of ".Length..].Split(" to ", StringSplitOptions.TrimEntries);
        var response = world.System.Execute(new OrganizationRequest("RetrievePrincipalAccess")
        {
            ["Target"] = world.Names.Read(line, words[1]),
            ["Principal"] = world.Names.Read(line, words[0]),
        });
        var actual = (AccessRights)response.Results["AccessRights"]!;
        var wanted = Sharing.Rights(line, rights == "none" ? string.Empty : rights ?? string.Empty);
        if (actual != wanted)
        {
            throw line.Error($"expected {wanted}\nactual   {actual}");
        }
    }
}

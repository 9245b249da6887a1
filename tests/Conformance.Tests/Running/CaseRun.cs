using System;
using System.Collections.Generic;
using CrmAddon.Conformance.Expecting;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Steps;
using CrmAddon.Conformance.Twins;
using CrmAddon.Conformance.Values;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Conformance.Running;

/// <summary>Runs the lines of one case, top down.</summary>
internal sealed class CaseRun
{
    private readonly World _world;
    private readonly RequestReader _requests;
    private readonly Expectations _expectations;
    private IOrganizationService _service;

    /// <summary>The ways in which the last line was carried out: a FetchXML query also as its twin.</summary>
    private List<Outcome> _last = [];

    /// <summary>The last query: operations may stand between it and its next page.</summary>
    private Outcome? _query;

    public CaseRun(World world)
    {
        _world = world;
        _service = world.As(null);
        _requests = new RequestReader(world);
        _expectations = new Expectations(world);
    }

    /// <exception cref="CaseException">A line did not do what the case says.</exception>
    public void Run(IEnumerable<Block> lines)
    {
        foreach (var line in lines)
        {
            if (Expectations.Reads(line))
            {
                _expectations.Check(line, _last);
            }
            else
            {
                _expectations.Settle(_last);
                _expectations.Begin();
                _last = Do(line);
                _query = _last.Count > 0 && _last[0].Block.IsXml ? _last[0] : _query;
            }
        }

        _expectations.Settle(_last);
    }

    private List<Outcome> Do(Block line)
    {
        if (line.IsXml)
        {
            return Fetch(line, Fill(line));
        }

        switch (line.FirstWord)
        {
            case "as":
                var user = line.Text["as".Length..].Trim();
                _service = _world.As(user == "system" ? null : _world.Names.Read(line, user));
                return [];
            case "clock":
                MoveClock(line);
                return [];
            case "run":
                _world.Dataverse.Async.RunUntilIdle();
                return [];
            case "note":
                NoteVersion(line);
                return [];
            case "next":
                return NextPage(line);
            case "pages":
                return Pages(line);
            default:
                var filled = line.With(Fill(line));
                return [Outcome.Of(filled, _world, _service, _requests.Read(filled))];
        }
    }

    private List<Outcome> Fetch(Block line, string fetch)
    {
        var outcomes = new List<Outcome> { Outcome.Of(line, _world, _service, Request(new FetchExpression(fetch))) };
        if (outcomes[0].Fault is null && ExpressionTwin.Of(fetch, _world.Metadata) is { } twin)
        {
            outcomes.Add(Outcome.Of(line, _world, _service, Request(twin), " (as QueryExpression)"));
        }

        return outcomes;
    }

    /// <summary>The query above once more, for the page after the last one, with its cookie.</summary>
    private List<Outcome> NextPage(Block line)
    {
        var query = _query ?? throw line.Error("there is no query above.");
        var page = Paging.Next(Fill(query.Block), query.Rows!.PagingCookie);
        return [Outcome.Of(line.With(page), _world, _service, Request(new FetchExpression(page)))];
    }

    /// <summary>All pages of a query put together: <c>pages of 3</c> with the FetchXML below.</summary>
    private List<Outcome> Pages(Block line)
    {
        var query = line.Children.Find(c => c.IsXml) ?? throw line.Error("the query is missing below.");
        return [Outcome.Of(line, _world, new AllPages(_service), Request(new FetchExpression(Fill(query))))];
    }

    private void MoveClock(Block line)
    {
        var words = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _world.Clock.Now = words is [_, "+", _, _]
            ? _world.Clock.Now + Paging.Span(line, words[2], words[3])
            : ValueReader.Date(line.Text["clock".Length..].Trim());
    }

    /// <summary><c>note version of ROW as NAME</c>.</summary>
    private void NoteVersion(Block line)
    {
        var words = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var row = _world.Names.Read(line, words[3]);
        _world.Versions[words[5]] = _world.System.Retrieve(row.LogicalName, row.Id, new ColumnSet(false)).RowVersion!;
    }

    private string Fill(Block line) => _world.Fill(line, line.Text);

    private static OrganizationRequest Request(QueryBase query) => new("RetrieveMultiple") { ["Query"] = query };
}

using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using CrmAddon.Conformance.Values;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Steps;

/// <summary>Turns an operation's line into the request that an SDK client would send.</summary>
internal sealed class RequestReader(World world)
{
    private readonly RowReader _rows = new(world);

    /// <summary>The words that operations begin with.</summary>
    public static readonly string[] Verbs =
    [
        "create", "update", "upsert", "delete", "retrieve", "associate", "disassociate", "assign", "share", "modify", "revoke", "set",
        "win", "lose", "call", "transaction", "batch", "query",
    ];

    /// <summary>The request of an operation's block. Lines <c>with NAME = VALUE</c> below it are further parameters.</summary>
    /// <exception cref="CaseException">The line is no operation, or names what is not there.</exception>
    public OrganizationRequest Read(Block block)
    {
        var request = block.FirstWord switch
        {
            "create" or "update" or "upsert" when block.Text.Split(' ')[1] == "multiple" => Multiple(block),
            "create" => Create(block),
            "update" => Update(block),
            "upsert" => Upsert(block),
            "delete" => Delete(block),
            "retrieve" or "query" => QueryReader.Read(block, world),
            "associate" or "disassociate" => Association(block),
            "assign" => Parts(block, "assign", " to ", (row, user) => new OrganizationRequest("Assign") { ["Target"] = Ref(block, row), ["Assignee"] = Ref(block, user) }),
            "share" or "modify" or "revoke" => Sharing.Read(block, world),
            "set" => SetState(block),
            "win" or "lose" => Close(block),
            "call" => Call(block),
            "transaction" => Transaction(block),
            "batch" => Batch(block),
            var verb => throw block.Error($"'{verb}' is nothing that a case can do."),
        };
        foreach (var line in block.Children.Where(c => c.FirstWord == "with"))
        {
            var (name, value) = line.Text["with".Length..].AtEquals() ?? throw line.Error("with NAME = VALUE");
            request[name] = ValueReader.Read(line, world.Metadata, world.Names, string.Empty, name, value)!;
        }

        return request;
    }

    private OrganizationRequest Create(Block block)
    {
        var (heading, values) = block.Text.AtColon();
        var row = _rows.Row(block, heading.Split(' ')[1], values ?? string.Empty);
        foreach (var line in block.Children.Where(c => c.FirstWord == "related"))
        {
            var (inner, columns) = line.Text.AtColon(); // related RELATION TABLE: COLUMN=VALUE
            var words = inner.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var relation = new Relationship(words[1]);
            if (!row.RelatedEntities.TryGetValue(relation, out var related))
            {
                row.RelatedEntities[relation] = related = new EntityCollection { EntityName = words[2] };
            }

            related.Entities.Add(_rows.Row(line, words[2], columns ?? string.Empty));
        }

        return new OrganizationRequest("Create") { ["Target"] = row };
    }

    private OrganizationRequest Update(Block block)
    {
        var (heading, values) = block.Text.AtColon();
        var (row, version) = Versioned(heading["update".Length..].Trim());
        var target = _rows.Row(block, row.LogicalName, values ?? string.Empty);
        (target.Id, target.KeyAttributes) = (row.Id, row.KeyAttributes);
        return WithVersion(new OrganizationRequest("Update") { ["Target"] = target }, version, v => target.RowVersion = v);

        (EntityReference Row, string? Version) Versioned(string text)
        {
            var (name, expected) = SplitVersion(text);
            return (Ref(block, name), expected);
        }
    }

    private OrganizationRequest Upsert(Block block)
    {
        var (heading, values) = block.Text.AtColon();
        var row = Ref(block, heading["upsert".Length..].Trim());
        var target = _rows.Row(block, row.LogicalName, values ?? string.Empty);
        (target.Id, target.KeyAttributes) = (row.Id, row.KeyAttributes);
        return new OrganizationRequest("Upsert") { ["Target"] = target };
    }

    private OrganizationRequest Delete(Block block)
    {
        var (name, version) = SplitVersion(block.Text["delete".Length..].Trim());
        var target = Ref(block, name);
        return WithVersion(new OrganizationRequest("Delete") { ["Target"] = target }, version, v => target.RowVersion = v);
    }

    private OrganizationRequest Multiple(Block block)
    {
        var words = block.Text.Split(' ', 3);
        var rows = new EntityCollection { EntityName = words[2].At('|')[0] };
        foreach (var (line, name, row) in _rows.Table(block, words[2]))
        {
            if (words[0] != "create" && name is not null)
            {
                row.Id = Ref(line, name).Id;
            }

            rows.Entities.Add(row);
        }

        var message = char.ToUpperInvariant(words[0][0]) + words[0][1..] + "Multiple";
        return new OrganizationRequest(message) { ["Targets"] = rows };
    }

    private OrganizationRequest Association(Block block)
    {
        var associates = block.FirstWord == "associate";
        return Parts(block, block.FirstWord, associates ? " with " : " from ", (row, rest) =>
        {
            var by = rest.Split(" by ", StringSplitOptions.TrimEntries);
            var words = by.ElementAtOrDefault(1)?.Split(' ') ?? throw block.Error("'by RELATION' is missing.");
            var relation = new Relationship(words[0]);
            if (words.Length > 1)
            {
                relation.PrimaryEntityRole = words[1] == "referencing" ? EntityRole.Referencing : EntityRole.Referenced;
            }

            return new OrganizationRequest(associates ? "Associate" : "Disassociate")
            {
                ["Target"] = Ref(block, row),
                ["Relationship"] = relation,
                ["RelatedEntities"] = new EntityReferenceCollection([.. by[0].At(',').Where(r => r.Length > 0).Select(r => Ref(block, r))]),
            };
        });
    }

    private OrganizationRequest SetState(Block block)
    {
        var (heading, values) = block.Text.AtColon(); // set state of ROW: STATE, STATUS
        var row = Ref(block, heading["set state of ".Length..].Trim());
        var parts = (values ?? string.Empty).At(',');
        return new OrganizationRequest("SetState")
        {
            ["EntityMoniker"] = row,
            ["State"] = ValueReader.Read(block, world.Metadata, world.Names, row.LogicalName, "statecode", parts[0])!,
            ["Status"] = parts.Count < 2 ? new OptionSetValue(-1) : ValueReader.Read(block, world.Metadata, world.Names, row.LogicalName, "statuscode", parts[1])!,
        };
    }

    private OrganizationRequest Close(Block block)
    {
        var (heading, values) = block.Text.AtColon(); // win ROW as STATUS: COLUMN=VALUE
        var parts = heading[block.FirstWord.Length..].Split(" as ", StringSplitOptions.TrimEntries);
        var close = _rows.Row(block, "opportunityclose", values ?? string.Empty);
        close["opportunityid"] = Ref(block, parts[0]);
        var status = parts.Length > 1
            ? ValueReader.Read(block, world.Metadata, world.Names, "opportunity", "statuscode", parts[1])!
            : new OptionSetValue(-1);
        return new OrganizationRequest(block.FirstWord == "win" ? "WinOpportunity" : "LoseOpportunity") { ["OpportunityClose"] = close, ["Status"] = status };
    }

    private OrganizationRequest Call(Block block)
    {
        var (heading, values) = block.Text.AtColon();
        var request = new OrganizationRequest(heading["call".Length..].Trim());
        foreach (var part in (values ?? string.Empty).At(',').Where(p => p.Length > 0))
        {
            var (name, value) = part.AtEquals() ?? throw block.Error($"'{part}' is no NAME=VALUE.");
            request[name] = Parameter(block, request.RequestName, name, value);
        }

        return request;
    }

    private object Parameter(Block block, string api, string name, string value)
    {
        var known = world.Metadata.CustomApis.GetValueOrDefault(api)?.Requests.FirstOrDefault(p => p.Name == name)?.Type.ToString();
        var type = known switch
        {
            null when world.Names.Find(value) is not null => "(reference) ",
            "Boolean" => "(yes/no) ",
            "DateTime" => "(date) ",
            "Decimal" => "(decimal) ",
            "EntityReference" => "(reference) ",
            "Float" => "(float) ",
            "Money" => "(money) ",
            "Picklist" => "(choice) ",
            "String" => "(text) ",
            "Guid" => "(guid) ",
            _ => string.Empty,
        };
        return ValueReader.Read(block, world.Metadata, world.Names, string.Empty, name, value.StartsWith('(') ? value : type + value)!;
    }

    private OrganizationRequest Transaction(Block block) => new("ExecuteTransaction")
    {
        ["Requests"] = Requests(block),
        ["ReturnResponses"] = true,
    };

    private OrganizationRequest Batch(Block block) => new("ExecuteMultiple")
    {
        ["Requests"] = Requests(block),
        ["Settings"] = new ExecuteMultipleSettings
        {
            ContinueOnError = block.Text.Contains("continue", StringComparison.Ordinal),
            ReturnResponses = !block.Text.Contains("without responses", StringComparison.Ordinal),
        },
    };

    private OrganizationRequestCollection Requests(Block block)
    {
        var requests = new OrganizationRequestCollection();
        requests.AddRange(block.Children.Where(c => c.FirstWord != "with").Select(Read));
        return requests;
    }

    private static OrganizationRequest Parts(Block block, string verb, string word, Func<string, string, OrganizationRequest> make)
    {
        var parts = block.Text[verb.Length..].Split(word, 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 ? make(parts[0], parts[1]) : throw block.Error($"'{word.Trim()}' is missing.");
    }

    private static (string Name, string? Version) SplitVersion(string text)
    {
        var parts = text.Split(" if version ", StringSplitOptions.TrimEntries);
        return (parts[0], parts.ElementAtOrDefault(1));
    }

    private OrganizationRequest WithVersion(OrganizationRequest request, string? version, Action<string?> set)
    {
        if (version is not null)
        {
            set(version == "none" ? null : world.Versions.GetValueOrDefault(version, version));
            request["ConcurrencyBehavior"] = ConcurrencyBehavior.IfRowVersionMatches;
        }

        return request;
    }

    private EntityReference Ref(Block block, string name) => world.Names.Read(block, name);
}

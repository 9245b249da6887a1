using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Conformance.Declaring;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Steps;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Conformance.Running;

/// <summary>Writes the people and rows that a world's file declares, in its order. Ids follow that order too.</summary>
internal sealed class Setup(World world)
{
    private readonly RequestReader _requests = new(world);
    private readonly RowReader _rows = new(world);
    private int _ids;

    public void Run(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks.Where(b => !SolutionWriter.Declares(b)))
        {
            try
            {
                Write(block);
            }
            catch (Exception e) when (e is not CaseException)
            {
                throw block.Error($"can't be prepared: {e.Message}", e);
            }
        }
    }

    private void Write(Block block)
    {
        switch (block.FirstWord)
        {
            case "today" or "base" or "step":
                break;
            case "user":
                User(block);
                break;
            case "team" when block.Text.AtColon().Before.Contains(' ', StringComparison.Ordinal) && !block.Text.Contains('|', StringComparison.Ordinal):
                Team(block);
                break;
            case "profile":
                Profile(block);
                break;
            case var verb when RequestReader.Verbs.Contains(verb):
                world.System.Execute(_requests.Read(block));
                break;
            default:
                Rows(block);
                break;
        }
    }

    private void Rows(Block block)
    {
        if (!block.Text.Contains('|', StringComparison.Ordinal))
        {
            var (heading, values) = block.Text.AtColon();
            var words = heading.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Create(block, words[0], words.ElementAtOrDefault(1), _rows.Row(block, words[0], values ?? string.Empty));
            return;
        }

        foreach (var (line, name, row) in _rows.Table(block, block.Text))
        {
            Create(line, row.LogicalName, name, row);
        }
    }

    /// <summary>Creates a row; a state that is not the first is set afterwards, as the platform asks for.</summary>
    private void Create(Block block, string table, string? name, Entity row)
    {
        if (world.Metadata.Find(table) is null)
        {
            throw block.Error($"'{table}' is no declaration and no table.");
        }

        var state = new Entity(table);
        foreach (var column in new[] { "statecode", "statuscode" }.Where(row.Contains))
        {
            state[column] = row[column];
            row.Attributes.Remove(column);
        }

        row.Id = new Guid(string.Create(CultureInfo.InvariantCulture, $"c0de0000-0000-4000-8000-{++_ids:x12}"));
        world.System.Create(row);
        if (name is not null)
        {
            world.Set(name, row.ToEntityReference());
        }

        if (state.Attributes.Count > 0)
        {
            state.Id = row.Id;
            world.System.Update(state);
        }
    }

    private void User(Block block)
    {
        var (name, values) = Named(block, "user");
        var user = new Entity("systemuser")
        {
            ["lastname"] = name,
            ["domainname"] = name + "@contoso.example",
            ["businessunitid"] = values.TryGetValue("unit", out var unit) ? world.Names.Read(block, unit) : world.Names.Find("root"),
        };
        Create(block, "systemuser", name, user);
        Roles(block, world.Names.Find(name)!, values, "systemuserroles_association", (EntityReference)user["businessunitid"]!);
    }

    private void Team(Block block)
    {
        var (name, values) = Named(block, "team");
        var team = new Entity("team")
        {
            ["name"] = name,
            ["businessunitid"] = values.TryGetValue("unit", out var unit) ? world.Names.Read(block, unit) : world.Names.Find("root"),
            ["administratorid"] = world.Names.Find("system"),
        };
        if (values.TryGetValue("type", out var type))
        {
            team["teamtype"] = new OptionSetValue(type == "access" ? 1 : 0);
        }

        Create(block, "team", name, team);
        if (values.TryGetValue("members", out var members))
        {
            world.System.Execute(new OrganizationRequest("AddMembersTeam")
            {
                Parameters =
                {
                    ["TeamId"] = world.Names.Find(name)!.Id,
                    ["MemberIds"] = members.Trim('[', ']').At(',').Select(m => world.Names.Read(block, m).Id).ToArray(),
                },
            });
        }

        Roles(block, world.Names.Find(name)!, values, "teamroles_association", (EntityReference)team["businessunitid"]!);
    }

    private void Roles(Block block, EntityReference principal, Dictionary<string, string> values, string relation, EntityReference unit)
    {
        if (!values.TryGetValue("roles", out var roles))
        {
            return;
        }

        foreach (var role in roles.Trim('[', ']').At(','))
        {
            world.System.Associate(principal.LogicalName, principal.Id, new Relationship(relation), [Role(block, role, unit)]);
        }
    }

    private EntityReference Role(Block block, string name, EntityReference unit)
    {
        var query = new QueryExpression("role") { ColumnSet = new ColumnSet("businessunitid") };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, name.Unquote());
        var found = world.System.RetrieveMultiple(query).Entities;
        var role = found.FirstOrDefault(r => r.GetAttributeValue<EntityReference>("businessunitid")?.Id == unit.Id) ?? found.FirstOrDefault();
        return role?.ToEntityReference() ?? throw block.Error($"there is no role {name}.");
    }

    /// <summary>A column security profile: its members, and lines <c>account.revenue: read, create, update</c>.</summary>
    private void Profile(Block block)
    {
        var (name, values) = Named(block, "profile");
        Create(block, "fieldsecurityprofile", name, new Entity("fieldsecurityprofile") { ["name"] = name });
        var profile = world.Names.Find(name)!;
        foreach (var line in block.Children)
        {
            var (column, rights) = line.Text.AtColon();
            var parts = column.Split('.');
            var allowed = (rights ?? string.Empty).At(',');
            var permission = new Entity("fieldpermission")
            {
                ["fieldsecurityprofileid"] = profile,
                ["entityname"] = parts[0],
                ["attributelogicalname"] = parts[1],
                ["canread"] = Allowed(allowed, "read"),
                ["cancreate"] = Allowed(allowed, "create"),
                ["canupdate"] = Allowed(allowed, "update"),
            };
            Create(line, "fieldpermission", null, permission);
        }

        foreach (var member in values.GetValueOrDefault("members", string.Empty).Trim('[', ']').At(',').Where(m => m.Length > 0))
        {
            var principal = world.Names.Read(block, member);
            var relation = principal.LogicalName == "team" ? "teamprofiles_association" : "systemuserprofiles_association";
            world.System.Associate(principal.LogicalName, principal.Id, new Relationship(relation), [profile]);
        }
    }

    private static OptionSetValue Allowed(List<string> allowed, string right) => new(allowed.Contains(right) ? 4 : 0);

    private static (string Name, Dictionary<string, string> Values) Named(Block block, string kind)
    {
        var (heading, values) = block.Text.AtColon();
        return (
            heading[kind.Length..].Trim(),
            (values ?? string.Empty).At(',').Where(v => v.Length > 0).Select(v => v.AtEquals() ?? throw block.Error($"'{v}' is no NAME=VALUE."))
                .ToDictionary(v => v.Name, v => v.Value));
    }
}

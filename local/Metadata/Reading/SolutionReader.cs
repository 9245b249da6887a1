using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Merges the declarations of several solutions, each on top of those before it.</summary>
internal sealed class SolutionReader
{
    private const int FirstCustomTypeCode = 10_000;

    private readonly Dictionary<string, ChoiceMetadata> _choices = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TableMetadata> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CustomApiMetadata> _customApis = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, RoleMetadata> _roles = [];
    private readonly Dictionary<Guid, FieldSecurityProfileMetadata> _profiles = [];
    private readonly Dictionary<string, EnvironmentVariableMetadata> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, StepDeclaration> _steps = [];
    private readonly List<Remark> _remarks = [];

    public SolutionMetadata Read(IEnumerable<SolutionTree> solutions)
    {
        var sources = solutions.Select(SolutionSource.Open).ToList();

        // Choices first, then tables, then what connects tables: a file may name what a later folder declares.
        sources.ForEach(ReadChoices);
        sources.ForEach(ReadTables);
        Platform.CheckTables(_tables);
        var relations = new RelationReader(_tables, _remarks);
        sources.ForEach(s => relations.Collect(s.Relations));
        foreach (var table in _tables.Values.Where(t => !relations.IsIntersect(t.Name)))
        {
            Platform.AddColumns(table);
        }

        relations.Tie();
        SystemRelations.Add(_tables, relations.Relations);
        sources.ForEach(ReadCustomApis);
        sources.ForEach(ReadSecurity);
        sources.ForEach(ReadVariables);
        sources.ForEach(ReadSteps);
        GiveTypeCodes();
        foreach (var table in _tables.Values)
        {
            table.Complete();
            CheckLookups(table);
        }

        return new SolutionMetadata
        {
            Tables = _tables,
            CustomApis = _customApis,
            Relations = relations.Relations,
            Choices = _choices,
            Roles = [.. _roles.Values],
            FieldSecurityProfiles = [.. _profiles.Values],
            EnvironmentVariables = [.. _variables.Values],
            Steps = [.. _steps.Values],
            Remarks = _remarks,
        };
    }

    private static void CheckLookups(TableMetadata table)
    {
        foreach (var lookup in table.Columns.Where(c => c.Type == ColumnType.Lookup && c.Targets.Count == 0))
        {
            // A lookup of the platform's own may point to any table (a system job's regarding row); a custom one may not.
            if (lookup.Name.Contains('_', StringComparison.Ordinal) && (table.IsCustom || lookup.IsCustom))
            {
                throw new SolutionException(
                    $"{lookup.Place}: lookup {table.Name}.{lookup.Name} points nowhere: no relation in Other/Relationships names it.");
            }
        }
    }

    /// <summary>
    /// Tables without a number of the platform's are numbered as the platform does: from 10000, in the order in which they came. Those of a
    /// solution that comes later leave the numbers of the others, by which components are told apart, as they are.
    /// </summary>
    private void GiveTypeCodes()
    {
        var next = FirstCustomTypeCode;
        foreach (var table in _tables.Values.Where(t => t.ObjectTypeCode == 0))
        {
            table.ObjectTypeCode = next++;
        }
    }

    private void ReadChoices(SolutionSource source)
    {
        foreach (var element in source.Choices)
        {
            var choice = ChoiceReader.Choice(element, isGlobal: true);
            _choices[choice.Name] = choice;
        }
    }

    private void ReadTables(SolutionSource source)
    {
        var reader = new TableReader(new ColumnReader(_choices, _remarks), _tables);
        foreach (var element in source.Tables)
        {
            reader.Read(element);
        }
    }

    private void ReadCustomApis(SolutionSource source)
    {
        var here = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var api in source.CustomApis)
        {
            if (!here.Add(api.Name))
            {
                throw new SolutionException($"{api.Place}: custom API {api.Name} is there twice.");
            }

            _customApis[api.Name] = api;
        }
    }

    private void ReadSecurity(SolutionSource source)
    {
        foreach (var role in source.Roles.Select(RoleReader.Read))
        {
            _roles[role.Id] = role;
        }

        foreach (var profile in source.FieldSecurityProfiles.Select(FieldSecurityReader.Read))
        {
            _profiles[profile.Id] = profile;
        }
    }

    private void ReadVariables(SolutionSource source)
    {
        foreach (var variable in source.EnvironmentVariables)
        {
            // A solution that only sets the value keeps the definition of the one below.
            _variables[variable.SchemaName] = variable;
        }
    }

    private void ReadSteps(SolutionSource source)
    {
        foreach (var step in source.Steps.Select(StepReader.Read))
        {
            _steps[step.Id] = step;
            _remarks.Add(new Remark(step.Place, step.Message is null
                ? $"the step '{step.Name}' answers a message that is not known here by its id {step.MessageId}: it does not run."
                : $"the step '{step.Name}' does not run: steps run from the attributes of plug-in classes, and {step.PluginType} of {step.Assembly} is registered by files."));
        }
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Walks unpacked solution folders in the layout of Microsoft's SolutionPackager.</summary>
internal sealed class SolutionReader
{
    private const int FirstCustomTypeCode = 10_000;
    private readonly Dictionary<string, ChoiceMetadata> _choices = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TableMetadata> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CustomApiMetadata> _customApis = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TableRelation> _relations = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, RoleMetadata> _roles = [];
    private readonly Dictionary<Guid, FieldSecurityProfileMetadata> _profiles = [];
    private readonly Dictionary<string, EnvironmentVariableMetadata> _variables = new(StringComparer.OrdinalIgnoreCase);

    public SolutionMetadata Read(IEnumerable<string> folders)
    {
        var all = folders.ToList();
        foreach (var folder in all.Where(f => !Directory.Exists(f)))
        {
            throw new SolutionException($"{folder}: there is no such solution folder.");
        }

        // Choices first, then tables, then what connects tables: a file may name what a later folder declares.
        all.ForEach(ReadChoices);
        all.ForEach(ReadTables);
        foreach (var table in _tables.Values)
        {
            Platform.AddColumns(table);
        }

        all.ForEach(ReadRelations);
        all.ForEach(ReadCustomApis);
        all.ForEach(ReadSecurity);
        all.ForEach(ReadVariables);
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
            Relations = _relations,
            Choices = _choices,
            Roles = [.. _roles.Values],
            FieldSecurityProfiles = [.. _profiles.Values],
            EnvironmentVariables = [.. _variables.Values],
        };
    }

    /// <summary>Tables without a number of the platform's are numbered as the platform does: from 10000.</summary>
    private void GiveTypeCodes()
    {
        var next = FirstCustomTypeCode;
        foreach (var table in _tables.Values.Where(t => t.ObjectTypeCode == 0).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            table.ObjectTypeCode = next++;
        }
    }

    private static IEnumerable<string> Files(string folder, string below, string pattern, SearchOption depth)
    {
        var path = Path.Combine(folder, below);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern, depth).Order(StringComparer.Ordinal) : [];
    }

    private static void CheckLookups(TableMetadata table)
    {
        // A lookup of the platform's own may point to any table (a system job's regarding row); a custom one may not.
        if (table.Columns.FirstOrDefault(
            c => c.Type == ColumnType.Lookup && c.Targets.Count == 0 && c.Name.Contains('_', StringComparison.Ordinal)) is { } lookup)
        {
            throw new SolutionException(
                $"{lookup.Place}: lookup {table.Name}.{lookup.Name} points nowhere: no relation in Other/Relationships names it.");
        }
    }

    private void ReadChoices(string folder)
    {
        foreach (var file in Files(folder, "OptionSets", "*.xml", SearchOption.TopDirectoryOnly))
        {
            var choice = ChoiceReader.Choice(SolutionXml.Load(file));
            _choices[choice.Name] = choice;
        }
    }

    private void ReadTables(string folder)
    {
        var reader = new TableReader(new ColumnReader(_choices), _tables);
        foreach (var file in Files(folder, "Entities", "Entity.xml", SearchOption.AllDirectories))
        {
            reader.Read(file);
        }
    }

    private void ReadRelations(string folder)
    {
        var reader = new RelationReader(_tables, _relations);
        foreach (var file in Files(folder, Path.Combine("Other", "Relationships"), "*.xml", SearchOption.TopDirectoryOnly))
        {
            reader.Read(file);
        }
    }

    private void ReadCustomApis(string folder)
    {
        foreach (var file in Files(folder, "customapis", "customapi.xml", SearchOption.AllDirectories))
        {
            var api = CustomApiReader.Read(file);
            if (!_customApis.TryAdd(api.Name, api))
            {
                throw new SolutionException($"{file}: custom API {api.Name} is there twice.");
            }
        }
    }

    private void ReadSecurity(string folder)
    {
        foreach (var file in Files(folder, "Roles", "*.xml", SearchOption.TopDirectoryOnly))
        {
            var role = RoleReader.Read(SolutionXml.Load(file));
            _roles[role.Id] = role;
        }

        foreach (var file in Files(folder, "Other", "FieldSecurityProfiles.xml", SearchOption.TopDirectoryOnly))
        {
            foreach (var profile in FieldSecurityReader.Read(SolutionXml.Load(file)))
            {
                _profiles[profile.Id] = profile;
            }
        }
    }

    private void ReadVariables(string folder)
    {
        foreach (var file in Files(folder, "environmentvariabledefinitions", "environmentvariabledefinition.xml", SearchOption.AllDirectories))
        {
            var variable = EnvironmentVariableReader.Read(file);
            _variables[variable.SchemaName] = variable;
        }
    }
}

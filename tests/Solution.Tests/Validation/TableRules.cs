using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Keys, lookups, relations, choices and icons of tables name what exists.</summary>
internal static class TableRules
{
    public static IEnumerable<Finding> Check(Installation s)
    {
        foreach (var ours in s.Solution.Tables.Values)
        {
            var table = s.Installed.Tables[ours.Name];
            foreach (var named in ours.Entity.Descendants("EntityKeyAttributes").Elements("AttributeName").Where(n => !table.Columns.ContainsKey(n.Value)))
                yield return Finding.At(ours.Path, named, $"key column {named.Value} does not exist");
            foreach (var column in ours.Columns.Values)
            {
                if (column.IsLookup && !column.IsDelegate && !s.Installed.RelationsOf(table, column).Any())
                    yield return Finding.At(ours.Path, column.Xml, $"lookup {column.Name} has no relation");
                if ((column.IsLookup || column.Type is "picklist" or "bit" or "state" or "status") && table.Columns.ContainsKey(column.Name + "name"))
                    yield return Finding.At(ours.Path, column.Xml, $"the platform gives {column.Name} a column {column.Name}name, which is there already");
                if (column.Type == "picklist" && column.Xml.Element("optionset") is null)
                {
                    if (!s.Installed.Choices.TryGetValue(column.Value("OptionSetName"), out var options))
                        yield return Finding.At(ours.Path, column.Xml, $"choice {column.Value("OptionSetName")} of {column.Name} does not exist");
                    else if (column.Value("AppDefaultValue") is { Length: > 0 } and not "-1" && options.All(o => $"{o.Value}" != column.Value("AppDefaultValue")))
                        yield return Finding.At(ours.Path, column.Xml, $"default {column.Value("AppDefaultValue")} of {column.Name} is no option");
                }
            }

            foreach (var icon in ours.Entity.Elements().Where(e => e.Name.LocalName.StartsWith("Icon", System.StringComparison.Ordinal) && e.Value.Length > 0 && !s.HasWebResource(e.Value)))
                yield return Finding.At(ours.Path, icon, $"web resource {icon.Value} does not exist");
        }

        foreach (var relation in s.Solution.Relations)
        {
            if (!s.Installed.Tables.TryGetValue(relation.From, out var from) || !from.Columns.TryGetValue(relation.Column, out var column) || !column.IsLookup)
                yield return Finding.At(relation.File, relation.Xml, $"relation {relation.Name}: {relation.From}.{relation.Column} is no lookup that exists");
            else if (column.IsDelegate)
                yield return Finding.At(relation.File, relation.Xml, $"relation {relation.Name} is made by the platform, so that no export has it");
            if (!s.Installed.Tables.ContainsKey(relation.To) && relation.To != "owner")
                yield return Finding.At(relation.File, relation.Xml, $"relation {relation.Name}: table {relation.To} does not exist");
        }
    }
}

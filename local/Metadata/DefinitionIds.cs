using System;
using System.Security.Cryptography;
using System.Text;

namespace CrmAddon.Local.Metadata;

/// <summary>Ids of definitions: made of what a definition is called, so that they are the same in every run.</summary>
internal static class DefinitionIds
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static Guid Of(TableMetadata table) => Of("table:" + table.Name);

    public static Guid Of(TableMetadata table, ColumnMetadata column) => Of($"column:{table.Name}.{column.Name}");

    public static Guid Of(TableMetadata table, KeyMetadata key) => Of($"key:{table.Name}.{key.Name}");

    public static Guid Of(TableRelation relation) => Of("relation:" + relation.Name);

    public static Guid Of(ChoiceMetadata choice) => Of("choice:" + choice.Name);
}

using System.Collections.Generic;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>
/// About how many bytes a message's parameters are on their way to a step: names, texts and bytes are counted, everything else as
/// a few bytes. The platform counts what it serializes, which is more.
/// </summary>
internal static class PayloadSize
{
    private const int OfScalar = 16;

    public static long Of(ParameterCollection parameters)
    {
        var size = 0L;
        foreach (var (name, value) in parameters)
        {
            size += name.Length + Of(value);
        }

        return size;
    }

    private static long Of(object? value) => value switch
    {
        null => 1,
        string text => text.Length < 1024 ? text.Length : Encoding.UTF8.GetByteCount(text),
        byte[] bytes => bytes.Length,
        Entity row => OfRow(row),
        EntityCollection rows => OfRows(rows.Entities),
        _ => OfScalar,
    };

    private static long OfRow(Entity row)
    {
        var size = (long)OfScalar;
        foreach (var (name, value) in row.Attributes)
        {
            size += name.Length + Of(value);
        }

        return size;
    }

    private static long OfRows(IEnumerable<Entity> rows)
    {
        var size = 0L;
        foreach (var row in rows)
        {
            size += OfRow(row);
        }

        return size;
    }
}

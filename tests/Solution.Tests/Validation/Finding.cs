using System.Xml;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Something wrong in a solution, and where: the file with the line, and what it is in words.</summary>
internal sealed record Finding(string Place, string What)
{
    public static Finding At(string file, XObject at, string what) =>
        new(at is IXmlLineInfo { LineNumber: > 0 } line ? $"{file}({line.LineNumber})" : file, what);

    public override string ToString() => $"{Place}: {What}";
}

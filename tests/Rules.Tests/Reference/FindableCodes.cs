using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace CrmAddon.Rules.Tests.Reference;

/// <summary>The codes that stand in the compiled library, whether or not any test finds them.</summary>
internal static partial class FindableCodes
{
    public static IEnumerable<string> All()
    {
        using var library = new PEReader(File.OpenRead(typeof(RuleProgram).Assembly.Location));
        var metadata = library.GetMetadataReader();
        var codes = new SortedSet<string>(System.StringComparer.Ordinal);
        for (var text = MetadataTokens.UserStringHandle(1); !text.IsNil; text = metadata.GetNextHandle(text))
        {
            if (Code().IsMatch(metadata.GetUserString(text)))
                codes.Add(metadata.GetUserString(text));
        }
        return codes;
    }

    [GeneratedRegex(@"^RUL\d{4}$")]
    private static partial Regex Code();
}

using System;
using System.Globalization;

namespace CrmAddon.Conformance.Reading;

/// <summary>A case file says something that can't be read, or a case did not do what it says. The message begins with file and line.</summary>
internal sealed class CaseException : Exception
{
    public CaseException(Block block, string message, Exception? inner = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"{block.File}({block.Line}): {message}"), inner)
    {
    }
}

using System;

namespace CrmAddon.Local.GraphRecipient;

/// <summary>A refusal as Graph words it: status, code and message.</summary>
internal sealed class GraphException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}

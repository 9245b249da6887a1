using System.Text.Json.Nodes;

namespace CrmAddon.Local.GraphRecipient;

/// <summary>A request that reached the recipient.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Body">Its JSON body, if it had one.</param>
public sealed record GraphRequest(GraphOperation Operation, JsonObject? Body);

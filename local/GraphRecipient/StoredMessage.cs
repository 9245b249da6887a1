using System.Text.Json.Nodes;

namespace CrmAddon.Local.GraphRecipient;

/// <summary>A message of the mailbox, as it is kept on disk.</summary>
/// <param name="Id">Its id, the same before and after it is sent.</param>
/// <param name="User">The mailbox it belongs to.</param>
/// <param name="IsDraft">False once it was sent.</param>
/// <param name="File">The name of the file that a person can open; null for a draft.</param>
/// <param name="Content">The message as the client wrote it.</param>
internal sealed record StoredMessage(string Id, string User, bool IsDraft, string? File, JsonObject Content)
{
    public string Subject => Content["subject"]?.GetValue<string>() ?? "";

    /// <summary>Whether it carries an extended property with a value.</summary>
    public bool Has(string property, string value)
    {
        foreach (var item in Content["singleValueExtendedProperties"] as JsonArray ?? [])
        {
            if (item?["id"]?.GetValue<string>() == property && item["value"]?.GetValue<string>() == value)
                return true;
        }

        return false;
    }
}

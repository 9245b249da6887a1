namespace CrmAddon.Local.GraphRecipient;

/// <summary>What a client asks of the mailbox.</summary>
public enum GraphOperation
{
    /// <summary>POST /users/{id}/messages.</summary>
    CreateDraft,

    /// <summary>GET /users/{id}/messages?$filter=...</summary>
    Find,

    /// <summary>GET /users/{id}/messages/{id}.</summary>
    Get,

    /// <summary>POST /users/{id}/messages/{id}/send.</summary>
    Send,
}

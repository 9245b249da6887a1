namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>An entry on a statement: for a customer's usage or deal, by which rule, in which month it was earned.</summary>
internal sealed record StatementLine(string Rule, string Month, decimal Amount, string? Customer = null, string? Deal = null)
{
    /// <summary>What the partner knows it by.</summary>
    public string For => Customer is not null && Deal is not null ? $"{Customer}: {Deal}" : Deal ?? Customer ?? "";
}

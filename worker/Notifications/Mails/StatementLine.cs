namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>An entry on a statement: for a deal or a customer, by which rule, in which month it was earned.</summary>
internal sealed record StatementLine(string? Customer, string? Deal, string Rule, string? Month, decimal Amount);

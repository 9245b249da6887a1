namespace CrmAddon.Worker.Months;

/// <summary>What became of one month of a program that was due.</summary>
/// <param name="Program">Code of the program.</param>
/// <param name="Month">The month as <c>yyyy-MM</c>.</param>
/// <param name="Outcome">How far it has come.</param>
/// <param name="Message">What the CRM says about it, in a sentence.</param>
public sealed record MonthReport(string Program, string Month, MonthOutcome Outcome, string Message);

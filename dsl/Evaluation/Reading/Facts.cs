using System;

namespace CrmAddon.Rules.Evaluation;

/// <summary>What the conditions of a program read from one case.</summary>
internal sealed class Facts
{
    /// <summary>The values of the fields that the program reads, by slot.</summary>
    public required FieldValue[] Fields { get; init; }

    /// <summary>The day as of which is judged.</summary>
    public required DateTime BusinessDate { get; init; }

    public bool RegistrationIsProtected { get; init; }

    public UsageFigures? Usage { get; init; }

    /// <summary>Whether the churn rule finds the customer active.</summary>
    public bool CustomerIsActive { get; init; } = true;

    /// <summary>The same facts with other fields.</summary>
    public Facts With(FieldValue[] fields) => new()
    {
        Fields = fields,
        BusinessDate = BusinessDate,
        RegistrationIsProtected = RegistrationIsProtected,
        Usage = Usage,
        CustomerIsActive = CustomerIsActive,
    };

    /// <summary>The same facts about a customer who is active or not.</summary>
    public Facts With(bool customerIsActive) => new()
    {
        Fields = Fields,
        BusinessDate = BusinessDate,
        RegistrationIsProtected = RegistrationIsProtected,
        Usage = Usage,
        CustomerIsActive = customerIsActive,
    };
}

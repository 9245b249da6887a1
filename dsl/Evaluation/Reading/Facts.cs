using System;

namespace CrmAddon.Rules.Evaluation;

/// <summary>What the conditions of a program read from one case. Filled anew for each case, and for each partner's rules.</summary>
internal sealed class Facts
{
    /// <summary>The values of the fields that the program reads, by slot.</summary>
    public required FieldValue[] Fields { get; init; }

    /// <summary>The day as of which is judged.</summary>
    public required DateTime BusinessDate { get; set; }

    public bool RegistrationIsProtected { get; set; }

    public UsageFigures? Usage { get; set; }

    /// <summary>Whether the churn rule finds the customer active.</summary>
    public bool CustomerIsActive { get; set; } = true;

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

using System;
using System.Collections.Generic;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Comparing;

/// <summary>A part of a program as it is compared.</summary>
/// <param name="Kind">The kind of rule, by its keyword.</param>
/// <param name="Name">Its name; empty where there is one of the kind.</param>
/// <param name="From">The day from which this version of it is in effect; null for ever.</param>
/// <param name="Terms">What it says.</param>
/// <param name="Credit">The credit rule, where it is one.</param>
/// <param name="Commission">The commission rule, where it is one.</param>
internal sealed record Described(
    string Kind, string Name, DateTime? From, IReadOnlyList<Term> Terms, CreditRule? Credit = null, CommissionRule? Commission = null)
{
    public string Subject => Name.Length == 0 ? Kind : Kind is "tier" or "field" or "role" ? $"{Kind} {Name}" : $"{Kind} \"{Name}\"";

    /// <summary>Whether it says the same as another, whatever the two are called.</summary>
    public bool SaysTheSame(Described other)
    {
        if (other.Kind != Kind || other.Terms.Count != Terms.Count)
            return false;
        for (var i = 0; i < Terms.Count; i++)
        {
            if (Terms[i].Name != other.Terms[i].Name || Terms[i].Value != other.Terms[i].Value)
                return false;
        }
        return true;
    }
}

using System;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Finds what a program needs of those who carry it out.</summary>
internal static class FeaturesOf
{
    public static ProgramFeatures Program(BoundProgram program)
    {
        var features = ProgramFeatures.None;
        foreach (var rule in program.Commissions)
        {
            features |= If(rule.WindowMonths > 1, ProgramFeatures.Windows) | If(rule.PerProduct, ProgramFeatures.Products)
                | If(rule.AcrossCustomers, ProgramFeatures.AcrossCustomers) | If(!rule.PerPartner.IsNone, ProgramFeatures.PartnerLimits)
                | If(!rule.PerProgram.IsNone, ProgramFeatures.ProgramLimits);
        }
        features |= If(program.Clawbacks.Count > 0, ProgramFeatures.Clawbacks) | If(program.Tiers.Count > 0, ProgramFeatures.Tiers);
        foreach (var rule in program.Credits)
            features |= If(rule.AllowsOwnShares, ProgramFeatures.OwnShares);
        foreach (var field in program.Fields)
        {
            features |= If(field.IsAdded, ProgramFeatures.OwnFields)
                | If(field.Path.StartsWith("marketplace.", StringComparison.Ordinal), ProgramFeatures.Marketplace);
        }
        return features;
    }

    private static ProgramFeatures If(bool needed, ProgramFeatures feature) => needed ? feature : ProgramFeatures.None;
}

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
        return features;
    }

    private static ProgramFeatures If(bool needed, ProgramFeatures feature) => needed ? feature : ProgramFeatures.None;
}

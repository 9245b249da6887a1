using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>Writes a whole program: a header, roles and fields, credit, commissions, the rules around them, and examples.</summary>
internal sealed class ProgramWriter(Choices choices)
{
    private static readonly string[] AllRoles = ["ISV", "Reseller", "SI", "MSP", "Referral", "Großhändler"];

    public GeneratedProgram Write()
    {
        var currency = choices.Of("USD", "EUR", "JPY", "KWD");
        var fiscal = choices.Of(1, 1, 4, 7, 10);
        var header = $"language 1 program \"{choices.Of("Cloud", "Umsatz & Co", "プログラム")}\" in {currency}" + Header(currency, fiscal);
        var roles = choices.Some(2, AllRoles);
        var fields = choices.Some(0, OwnFields.All);
        var conditions = new ConditionWriter(choices, fields);
        var credit = new CreditWriter(choices, conditions, roles);
        var commissions = new CommissionWriter(choices, conditions, roles, fiscal);
        var rules = new List<string>();
        rules.AddRange(Roles(roles));
        rules.AddRange(fields.Select(field => field.Rule));
        rules.AddRange(credit.Write());
        rules.AddRange(commissions.Write());
        rules.AddRange(new SurroundingWriter(choices, conditions, commissions.OnDeals).Write());
        var examples = choices.Of(0, 1, 0, 2);
        for (var i = 1; i <= examples; i++)
            rules.Add(new ExampleWriter(choices, roles).Write(new GeneratedProgram(header, rules).Text, i));
        return new GeneratedProgram(header, rules);
    }

    private string Header(string currency, int fiscal)
    {
        var clauses = new List<string>();
        if (choices.Once(2))
            clauses.Add($" rounding to the {(currency is "USD" or "EUR" ? "cent" : "minor unit")}, half {choices.Of("even", "up")}");
        if (choices.Once(2))
            clauses.Add(" remainders to the largest share");
        if (fiscal > 1)
            clauses.Add(" fiscal year begins in " + fiscal switch { 4 => "April", 7 => "July", _ => "October" });
        return string.Concat(choices.Shuffled([.. clauses]));
    }

    private string[] Roles(string[] roles) => choices.Once(3)
        ? ["role " + roles[0], "role " + string.Join(", ", roles.Skip(1))]
        : ["role " + string.Join(", ", roles)];
}
